package dev.postern.admin.bulk;

import dev.postern.admin.passwords.Password;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of a file, or would come of it.
 *
 * @param lines how many accounts it has
 * @param problems the first of those that are in the way; with any of them nothing is done
 * @param problemCount how many there are
 * @param imported whether it was done
 * @param passwords those that were made: this is the only time they can be told
 */
public record ImportReport(
        int lines, List<LineProblem> problems, int problemCount, boolean imported, List<NewPassword> passwords) {

    private static final int MOST_TOLD = 200;

    public ImportReport {
        problems = List.copyOf(problems);
        passwords = List.copyOf(passwords);
    }

    /** A mailbox and the password that was made for it. */
    public record NewPassword(String address, Password password) {}

    /** An address and its password in each line. */
    public String passwordLines() {
        return passwords.stream()
                .map(made -> made.address + "," + made.password.text())
                .collect(Collectors.joining("\n"));
    }

    static ImportReport of(int lines, List<LineProblem> problems) {
        return new ImportReport(
                lines, problems.subList(0, Math.min(MOST_TOLD, problems.size())), problems.size(), false, List.of());
    }

    static ImportReport done(int lines, List<NewPassword> passwords) {
        return new ImportReport(lines, List.of(), 0, true, passwords);
    }
}
