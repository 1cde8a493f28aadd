package dev.postern.admin.self.vacation;

import dev.postern.admin.self.Complaints;
import dev.postern.admin.text.MailSubject;
import dev.postern.admin.text.MailText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form as it is filled in.
 *
 * @param enabled there if it is ticked
 */
record VacationForm(
        @Nullable String enabled,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String first,
        @Nullable String last,
        @Nullable String zone,
        @Nullable String days) {

    static VacationForm of(Vacation vacation) {
        var absence = vacation.absence();
        return new VacationForm(
                vacation.enabled() ? "on" : null,
                vacation.subject().text(),
                vacation.text().text(),
                absence.first().map(LocalDate::toString).orElse(""),
                absence.last().map(LocalDate::toString).orElse(""),
                absence.zone().getId(),
                String.valueOf(vacation.everyDays()));
    }

    /** What it says; empty, with complaints, if that cannot be understood. */
    Optional<Vacation> read(Complaints complaints) {
        var line = complaints.parse("subject", typed(subject), MailSubject::new).orElse(MailSubject.NONE);
        var body = complaints.parse("text", typed(text), MailText::new).orElse(MailText.NONE);
        var place = complaints.parse("zone", typed(zone), Absence::zone).orElse(ZoneId.of("UTC"));
        var begin = complaints.parseIfFilled("first", typed(first), Absence::day);
        var end = complaints.parseIfFilled("last", typed(last), Absence::day);
        var number = complaints.parse("days", typed(days), VacationForm::number);
        var absence = complaints.parse("last", "", _ -> new Absence(begin, end, place));
        return complaints.isEmpty()
                ? complaints.parse(
                        body.isEmpty() ? "text" : "days",
                        "",
                        _ -> new Vacation(enabled != null, line, body, absence.orElseThrow(), number.orElseThrow()))
                : Optional.empty();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("'%s' is no number of days.".formatted(text), none);
        }
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }
}
