package dev.postern.dkim.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.testing.Browser;
import dev.postern.dkim.testing.OperatorView;
import dev.postern.dkim.testing.RunningService;
import dev.postern.dkim.testing.StoredKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class DashboardIT {

    private static final String PASSWORD = "seven tall lighthouses";
    private static final String HASH =
            Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);

    @TempDir
    Path folder;

    private RunningService service;

    @BeforeEach
    void start() {
        OperatorView.keepOperator("operator", HASH, true);
        service = RunningService.start(folder, Map.of("postern.dkim.database.url", OperatorView.url()));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void showsNothingToAStranger() {
        var page = new Browser().get(service.api().page("/"));

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/login"));
    }

    @Test
    void sendsAWrongPasswordAway() {
        var browser = new Browser();

        assertThat(browser.tryToSignIn(service.api().page("/login"), "operator", "wrong"))
                .endsWith("/login?wrong");
        assertThat(browser.tryToSignIn(service.api().page("/login"), "nobody", PASSWORD))
                .endsWith("/login?wrong");
    }

    @Test
    void saysHowToMakeTheFirstKeys() {
        assertThat(pageOf(signedIn()))
                .contains("There are no keys yet", "curl --json", "/api/v1/keys")
                .doesNotContain("??");
    }

    @Test
    void showsWhatToPublishAndNothingSecret() {
        makeKeys("b\u00fccher.example", "jan");
        makeKeys("b\u00fccher.example", "jul");
        var stored = new StoredKeys(folder);

        var page = pageOf(signedIn());

        assertThat(page)
                .contains("b\u00fccher.example", "Pair jan", "Pair jul", "Active", "Spare")
                .contains("jan-rsa._domainkey.xn--bcher-kva.example", "jul-ed25519._domainkey.xn--bcher-kva.example")
                .contains(stored.recordOf("xn--bcher-kva.example", "jan-ed25519"))
                .contains("signed with the active pair of their domain")
                .doesNotContain("??", "PRIVATE KEY")
                .doesNotContain(stored.secrets());
    }

    @Test
    void endsTheSessionOfAnOperatorWhoIsDisabled() {
        var browser = signedIn();
        assertThat(browser.get(service.api().page("/")).statusCode()).isEqualTo(200);

        OperatorView.keepOperator("operator", HASH, false);

        assertThat(browser.get(service.api().page("/")).statusCode()).isEqualTo(302);
        assertThat(new Browser().tryToSignIn(service.api().page("/login"), "operator", PASSWORD))
                .contains("/login?");
    }

    @Test
    void showsAnErrorPageWhileTheStoreIsDamaged() throws IOException {
        makeKeys("example.com", "jan");
        var browser = signedIn();
        Files.delete(new StoredKeys(folder).folderOf("example.com").resolve("jan-rsa.txt"));

        var page = browser.get(service.api().page("/"));

        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("went wrong on the server").doesNotContain(folder.toString(), "Exception");
    }

    @Test
    void saysThatSigningInHasToWaitForTheDatabase(@TempDir Path otherStore) {
        try (var alone = RunningService.start(otherStore)) {
            var browser = new Browser();

            assertThat(browser.tryToSignIn(alone.api().page("/login"), "operator", PASSWORD))
                    .endsWith("/login?unavailable");
            assertThat(browser.get(alone.api().page("/login?unavailable")).body())
                    .contains("You cannot sign in now");
            assertThat(alone.api().get("/api/v1/keys").status()).isEqualTo(200);
            assertThat(alone.api().management("/actuator/health/readiness").status())
                    .isEqualTo(200);
        }
    }

    private void makeKeys(String domain, String selector) {
        var answer =
                service.api().post("/api/v1/keys", "{'domain': '%s', 'selector': '%s'}".formatted(domain, selector));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private Browser signedIn() {
        var browser = new Browser();
        browser.signIn(service.api().page("/login"), "operator", PASSWORD);
        return browser;
    }

    private String pageOf(Browser browser) {
        var page = browser.get(service.api().page("/"));
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }
}
