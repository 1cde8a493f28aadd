package dev.postern.backup.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Plan DAILY = new Plan.Daily(LocalTime.of(3, 0), ZoneId.of("Asia/Tokyo"));

    @Test
    void comesAtThatTimeOfTheZone() {
        assertThat(DAILY.nextAfter(at("2026-01-01T00:00:00Z"))).isEqualTo(at("2026-01-01T18:00:00Z"));
        assertThat(DAILY.lastUntil(at("2026-01-01T00:00:00Z"))).isEqualTo(at("2025-12-31T18:00:00Z"));
        assertThat(DAILY.lastUntil(at("2026-01-01T18:00:00Z"))).isEqualTo(at("2026-01-01T18:00:00Z"));
    }

    @Test
    void comesAnHourLaterOnTheDayThatHasNoSuchTime() {
        var weekly = new Plan.Weekly(DayOfWeek.SUNDAY, LocalTime.of(2, 0), BERLIN);

        assertThat(weekly.nextAfter(at("2026-03-28T12:00:00Z"))).isEqualTo(at("2026-03-29T01:00:00Z"));
        assertThat(weekly.nextAfter(at("2026-03-29T01:00:00Z"))).isEqualTo(at("2026-04-05T00:00:00Z"));
    }

    @Test
    void comesOnceOnTheDayThatHasTheTimeTwice() {
        var daily = new Plan.Daily(LocalTime.of(2, 30), BERLIN);

        assertThat(daily.nextAfter(at("2026-10-24T12:00:00Z"))).isEqualTo(at("2026-10-25T00:30:00Z"));
        assertThat(daily.nextAfter(at("2026-10-25T00:30:00Z"))).isEqualTo(at("2026-10-26T01:30:00Z"));
        assertThat(daily.lastUntil(at("2026-10-25T01:45:00Z"))).isEqualTo(at("2026-10-25T00:30:00Z"));
    }

    @Test
    void comesEveryQuarterOfAnHour() {
        var every = new Plan.Every(Duration.ofMinutes(15));

        assertThat(every.lastUntil(at("2026-01-01T00:14:59Z"))).isEqualTo(at("2026-01-01T00:00:00Z"));
        assertThat(every.nextAfter(at("2026-01-01T00:15:00Z"))).isEqualTo(at("2026-01-01T00:30:00Z"));
    }

    @Property(tries = 2000)
    void neverLeavesOutATimeNorShowsOneTwice(@ForAll("plans") Plan plan, @ForAll("times") Instant now) {
        var last = plan.lastUntil(now);
        var next = plan.nextAfter(now);

        assertThat(last).isBeforeOrEqualTo(now);
        assertThat(next).isAfter(now);
        assertThat(plan.nextAfter(last)).isEqualTo(next);
        assertThat(plan.lastUntil(next)).isEqualTo(next);
        assertThat(plan.lastUntil(next.minusMillis(1))).isEqualTo(last);
    }

    @Provide
    Arbitrary<Plan> plans() {
        var zones = Arbitraries.of("Europe/Berlin", "Asia/Tokyo", "America/Sao_Paulo", "Australia/Lord_Howe", "UTC")
                .map(ZoneId::of);
        var times = Arbitraries.integers().between(0, 24 * 60 - 1).map(minute -> LocalTime.MIN.plusMinutes(minute));
        var daily = zones.flatMap(zone -> times.<Plan>map(time -> new Plan.Daily(time, zone)));
        var weekly = zones.flatMap(zone -> times.flatMap(
                time -> Arbitraries.of(DayOfWeek.class).<Plan>map(day -> new Plan.Weekly(day, time, zone))));
        return Arbitraries.oneOf(daily, weekly);
    }

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(
                        at("2010-01-01T00:00:00Z").getEpochSecond(),
                        at("2030-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
