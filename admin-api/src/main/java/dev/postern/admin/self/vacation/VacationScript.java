package dev.postern.admin.self.vacation;

/**
 * A Sieve script that answers (RFC 5228, RFC 5230), in two parts: the list of his addresses is put between them when it is
 * read. It asks for no extension that would look for more than text in a string.
 */
record VacationScript(String begin, String end) {

    static VacationScript of(Vacation vacation) {
        var subject = vacation.subject().text();
        return new VacationScript(
                "require [\"vacation\"];\nvacation :days %d%s :addresses ["
                        .formatted(vacation.everyDays(), subject.isEmpty() ? "" : " :subject " + quoted(subject)),
                "] " + quoted(vacation.text().text().replace("\n", "\r\n")) + ";\n");
    }

    /** RFC 5228 §2.4.2: only these two characters are special in a string. */
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
