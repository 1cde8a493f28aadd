package dev.postern.backup.schedule;

import static dev.postern.backup.manifest.Trigger.CONTINUOUS;
import static dev.postern.backup.manifest.Trigger.DAILY;
import static dev.postern.backup.manifest.Trigger.WEEKLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.backup.manifest.Trigger;
import dev.postern.backup.schedule.Schedule.Attempt;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    /** A Sunday. */
    private static final String DAY = "2026-01-04T";

    private final Schedule schedule = new Schedule(Map.of(
            DAILY, new Plan.Daily(LocalTime.of(3, 0), ZoneOffset.UTC),
            WEEKLY, new Plan.Weekly(DayOfWeek.SUNDAY, LocalTime.of(2, 0), ZoneOffset.UTC),
            CONTINUOUS, new Plan.Every(Duration.ofMinutes(15))));

    @Test
    void isAllDueTheFirstTime() {
        assertThat(schedule.due(at("10:00"), List.of())).containsExactlyInAnyOrder(DAILY, WEEKLY, CONTINUOUS);
    }

    @Test
    void isNotDueOnceItIsDone() {
        var done = List.of(attempt("02:00", WEEKLY, true), attempt("03:00", DAILY, true));

        assertThat(schedule.due(at("03:05"), done)).isEmpty();
        assertThat(schedule.due(at("03:15"), done)).containsExactly(CONTINUOUS);
    }

    @Test
    void makesUpForWhatWasMissed() {
        var lastWeek = List.of(new Attempt(at("03:00").minus(Duration.ofDays(6)), Set.of(DAILY, WEEKLY), true));

        assertThat(schedule.due(at("14:07"), lastWeek)).containsExactlyInAnyOrder(DAILY, WEEKLY, CONTINUOUS);
    }

    @Test
    void takesEveryBackupForAContinuousOne() {
        assertThat(schedule.due(at("03:01"), List.of(attempt("03:00", DAILY, true))))
                .containsExactly(WEEKLY);
    }

    @Test
    void triesAgainAfterAPauseThatGrows() {
        var once = List.of(attempt("03:00", DAILY, false), attempt("02:00", WEEKLY, true));
        assertThat(schedule.due(at("03:04"), once)).doesNotContain(DAILY);
        assertThat(schedule.due(at("03:05"), once)).contains(DAILY);

        var twice =
                List.of(attempt("03:00", DAILY, false), attempt("03:05", DAILY, false), attempt("02:00", WEEKLY, true));
        assertThat(schedule.due(at("03:14"), twice)).doesNotContain(DAILY);
        assertThat(schedule.due(at("03:15"), twice)).contains(DAILY);
    }

    @Test
    void neverWaitsLongerThanAnHour() {
        var often = java.util.stream.IntStream.range(0, 100)
                .mapToObj(_ -> attempt("05:00", DAILY, false))
                .toList();

        assertThat(schedule.due(at("06:00"), often)).contains(DAILY);
    }

    @Test
    void isNotFooledByABackupFromTheFuture() {
        var wrong = List.of(new Attempt(at("03:00").plus(Duration.ofDays(400)), Set.of(DAILY, WEEKLY), true));

        assertThat(schedule.due(at("10:00"), wrong)).contains(DAILY, WEEKLY, CONTINUOUS);
    }

    @Test
    void saysWhenEachComesNext() {
        assertThat(schedule.next(at("10:07")))
                .containsEntry(CONTINUOUS, at("10:15"))
                .containsEntry(DAILY, Instant.parse("2026-01-05T03:00:00Z"))
                .containsEntry(WEEKLY, Instant.parse("2026-01-11T02:00:00Z"));
    }

    private static Attempt attempt(String time, Trigger trigger, boolean complete) {
        return new Attempt(at(time), Set.of(trigger), complete);
    }

    private static Instant at(String time) {
        return Instant.parse(DAY + time + ":00Z");
    }
}
