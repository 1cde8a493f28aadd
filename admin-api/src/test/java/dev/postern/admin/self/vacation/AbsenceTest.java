package dev.postern.admin.self.vacation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AbsenceTest {

    @Test
    void lastsFromTheFirstMidnightToThatAfterTheLastDayWhereverHeLives() {
        var absence = new Absence(day("2026-12-24"), day("2026-12-24"), Absence.zone("Asia/Tokyo"));

        assertThat(absence.begin()).contains(Instant.parse("2026-12-23T15:00:00Z"));
        assertThat(absence.end()).contains(Instant.parse("2026-12-24T15:00:00Z"));
    }

    @Test
    void knowsDaysThatBeginLaterThanMidnight() {
        var absence = new Absence(day("2018-11-04"), Optional.empty(), Absence.zone("America/Sao_Paulo"));

        assertThat(absence.begin()).contains(Instant.parse("2018-11-04T03:00:00Z"));
    }

    @Test
    void isNeverTheWrongWayRound() {
        assertThatThrownBy(() -> new Absence(day("2026-12-24"), day("2026-12-23"), ZoneId.of("UTC")))
                .hasMessageContaining("before the first");
    }

    @Test
    void refusesWhatIsNoPlace() {
        assertThatThrownBy(() -> Absence.zone("Etc/Nowhere")).hasMessageContaining("Asia/Tokyo");
        assertThatThrownBy(() -> Absence.day("24.12.2026")).hasMessageContaining("2026-12-24");
        assertThatThrownBy(() -> Absence.day("2026-13-01")).hasMessageContaining("no such day");
    }

    private static Optional<LocalDate> day(String text) {
        return Optional.of(Absence.day(text));
    }
}
