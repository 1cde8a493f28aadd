package dev.postern.admin.self.vacation;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.text.MailSubject;
import dev.postern.admin.text.MailText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code vacation}. */
@Repository
class Vacations {

    private final JdbcClient jdbc;

    Vacations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Vacation> of(HostedAddress mailbox) {
        return jdbc.sql("""
                        select enabled, subject, text, first_day, last_day, time_zone, every_days
                        from vacation where mailbox = :mailbox""")
                .param("mailbox", mailbox.toString())
                .query(Vacations::vacation)
                .optional();
    }

    void set(HostedAddress mailbox, Vacation vacation) {
        var absence = vacation.absence();
        var script = VacationScript.of(vacation);
        jdbc.sql("""
                        replace into vacation
                          (mailbox, enabled, subject, text, first_day, last_day, time_zone, every_days,
                           begins_at, ends_at, script_begin, script_end, changed_at)
                        values
                          (:mailbox, :enabled, :subject, :text, :first, :last, :zone, :days,
                           :begin, :end, :scriptBegin, :scriptEnd, utc_timestamp(6))""")
                .param("mailbox", mailbox.toString())
                .param("enabled", vacation.enabled())
                .param("subject", vacation.subject().text())
                .param("text", vacation.text().text())
                .param("first", absence.first().orElse(null))
                .param("last", absence.last().orElse(null))
                .param("zone", absence.zone().getId())
                .param("days", vacation.everyDays())
                .param("begin", utc(absence.begin()))
                .param("end", utc(absence.end()))
                .param("scriptBegin", script.begin())
                .param("scriptEnd", script.end())
                .update();
    }

    private static @Nullable LocalDateTime utc(Optional<Instant> moment) {
        return moment.map(instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC))
                .orElse(null);
    }

    private static Vacation vacation(ResultSet row, int number) throws SQLException {
        return new Vacation(
                row.getBoolean("enabled"),
                new MailSubject(Objects.requireNonNull(row.getString("subject"))),
                new MailText(Objects.requireNonNull(row.getString("text"))),
                new Absence(
                        Optional.ofNullable(row.getObject("first_day", LocalDate.class)),
                        Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                        ZoneId.of(Objects.requireNonNull(row.getString("time_zone")))),
                row.getInt("every_days"));
    }
}
