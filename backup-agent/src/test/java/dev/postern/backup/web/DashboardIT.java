package dev.postern.backup.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.backup.testing.RunningService;
import dev.postern.common.testing.Browser;
import dev.postern.common.testing.TestSecrets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardIT {

    @TempDir
    Path folder;

    @Test
    void showsNothingToAStranger() {
        try (var service = RunningService.start(folder)) {
            var page = new Browser().get(service.api().page("/"));

            assertThat(page.statusCode()).isEqualTo(302);
            assertThat(page.headers().firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).endsWith("/login"));
        }
    }

    @Test
    void knowsOneOperatorWithoutAnyDatabase() {
        try (var service = RunningService.start(folder)) {
            var form = service.api().page("/login");

            assertThat(new Browser().tryToSignIn(form, "operator", "wrong")).endsWith("/login?wrong");
            assertThat(new Browser().tryToSignIn(form, "root", TestSecrets.OPERATOR_PASSWORD))
                    .endsWith("/login?wrong");
            assertThat(new Browser().tryToSignIn(form, "operator", TestSecrets.OPERATOR_PASSWORD))
                    .doesNotContain("/login");
        }
    }

    @Test
    void showsThatTheBackupLiesBesideTheMail() {
        assertThat(page(Map.of()))
                .contains("Mail</h2>", "Database</h2>", "Backup</h2>", "Enough room", folder.toString())
                .contains("No, on the same file system", "Set POSTERN_BACKUP_DIR to a")
                .contains("It makes no backups")
                .doesNotContain("??");
    }

    @Test
    void showsWhatIsFullAndWhatToDo() {
        // /proc has room for nothing, on every Linux.
        assertThat(page(Map.of("postern.backup.storage.mail", "/proc")))
                .contains("Nearly full", "When it is full, mail can no longer be delivered", "POSTERN_MAIL_DIR")
                .contains("cannot be seen from here")
                .doesNotContain("??");
    }

    @Test
    void showsWhatCannotBeMeasured() {
        assertThat(page(Map.of(
                        "postern.backup.storage.database",
                        folder.resolve("<gone>").toString())))
                .contains("Unknown", "No such file or directory", "Check that the directory or volume is mounted")
                .contains("A place could not be measured")
                .contains("&lt;gone&gt;")
                .doesNotContain("??", "<gone>");
    }

    private String page(Map<String, String> differences) {
        try (var service = RunningService.start(folder, differences)) {
            var browser = new Browser();
            browser.signIn(service.api().page("/login"), "operator", TestSecrets.OPERATOR_PASSWORD);
            var page = browser.get(service.api().page("/"));
            assertThat(page.statusCode()).isEqualTo(200);
            return page.body();
        }
    }
}
