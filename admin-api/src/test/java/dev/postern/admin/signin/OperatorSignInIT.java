package dev.postern.admin.signin;

import static dev.postern.admin.testing.OperatorBrowser.challenge;
import static dev.postern.admin.testing.OperatorBrowser.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.AuditTrailOf;
import dev.postern.admin.testing.OperatorBrowser;
import dev.postern.admin.testing.ServiceUnderTest;
import dev.postern.admin.testing.SoftwareAuthenticator;
import dev.postern.admin.testing.Staff;
import dev.postern.common.testing.TestSecrets;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class OperatorSignInIT {

    private static final String PASSWORD = TestSecrets.OPERATOR_PASSWORD;
    private static final String COOKIE = "__Host-postern-operator";

    private String ann = "";

    @Autowired
    AdminApi api;

    @Autowired
    MeterRegistry metrics;

    @BeforeEach
    void addAnn() {
        ann = Staff.owner();
    }

    @AfterEach
    void askNothingMore() {
        api.put("/api/v1/sign-in-policy", "{'secondFactorRequired': false}");
    }

    @Test
    void takesThePasswordOfWhoHasNothingElse() {
        var browser = browser();

        assertThat(browser.password(" " + ann.toUpperCase(Locale.ROOT) + " ", PASSWORD))
                .isEqualTo("/");

        assertThat(browser.get("/").body()).contains(ann);
        assertThat(AuditTrailOf.subject(ann)).containsExactly("operator " + ann + ": session.begun");
    }

    @Test
    void tellsNobodyWhatWasWrong() {
        Staff.disable(ann);
        assertThat(List.of(
                        browser().password(ann, PASSWORD),
                        browser().password(AdminApi.unique("nobody"), PASSWORD),
                        browser().password("", ""),
                        browser().password("x".repeat(500), "\u0000"),
                        browser().password(Staff.owner(), "not his password")))
                .containsOnly("/login?wrong");
        assertThat(AuditTrailOf.subject(ann)).containsExactly("platform postern: sign-in.failed");
    }

    @Test
    void leadsBackToThePageThatWasAskedFor() {
        var browser = browser();
        assertThat(place(browser.get("/account?x=1"))).isEqualTo("/login");

        assertThat(browser.password(ann, PASSWORD)).startsWith("/account?x=1");
    }

    /** Where somebody is led comes from what he asked this very host for, never from a parameter. */
    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "/\\evil.example/", "/%2f%2fevil.example", "/.//evil.example"})
    void leadsNowhereElse(String path) {
        var browser = browser();
        try {
            browser.get(path);
        } catch (RuntimeException noSuchPath) {
            // Then nobody was led there either.
        }

        assertThat(browser.password(ann, PASSWORD)).startsWith("/").doesNotContainPattern("^/[/\\\\]");
    }

    @Test
    void ignoresWhereALinkWantsToLead() {
        var browser = browser();

        assertThat(place(browser.submit(
                        "/login?continue=https://evil.example&redirect=//evil.example",
                        "/login?continue=https://evil.example",
                        Map.of("username", ann, "password", PASSWORD, "continue", "https://evil.example"))))
                .isEqualTo("/");
    }

    @Test
    void givesAnotherSessionToWhoeverSignsIn() {
        var browser = browser();
        browser.get("/login");
        var visit = browser.cookies().get("__Host-admin-api");
        var planted = "A".repeat(43);
        browser.cookies().put(COOKIE, planted);

        browser.password(ann, PASSWORD);

        assertThat(browser.cookies().get("__Host-admin-api")).isNotEqualTo(visit);
        assertThat(browser.cookies().get(COOKIE)).isNotEqualTo(planted).hasSize(43);
        var plantedElsewhere = browser();
        plantedElsewhere.cookies().put(COOKIE, planted);
        assertThat(plantedElsewhere.isIn()).isFalse();
    }

    @Test
    void takesNoFormThatIsNotOurs() {
        var browser = browser();
        assertThat(browser.send("/login", Map.of("username", ann, "password", PASSWORD))
                        .statusCode())
                .isEqualTo(403);
        browser.signIn(ann);
        assertThat(browser.send("/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.send("/account/app/remove", Map.of("_csrf", "x")).statusCode())
                .isEqualTo(403);
        assertThat(browser.isIn()).isTrue();
    }

    @Test
    void slowsDownWhoGuessesPasswords() {
        for (int guess = 0; guess < 5; guess++) {
            browser().password(ann, "guess " + guess);
        }

        assertThat(browser().password(ann, PASSWORD)).matches("/login\\?wait=\\d+");
    }

    @Test
    void asksForTheCodeOfWhoHasAnApp() {
        var app = browser().signIn(ann).setUpApp();
        var browser = browser();

        assertThat(browser.password(ann, PASSWORD)).isEqualTo("/login/code");
        assertThat(browser.isIn()).isFalse();
        assertThat(browser.code("000000")).isEqualTo("/login/code?wrong");
        assertThat(browser.code(app.nextCode()))
                .as("the page he asked for meanwhile")
                .isEqualTo("/?continue");
        assertThat(browser.isIn()).isTrue();
    }

    @Test
    void takesNoCodeTwice() {
        var app = browser().signIn(ann).setUpApp();
        var code = app.nextCode();
        var browser = browser();
        browser.password(ann, PASSWORD);
        assertThat(browser.code(code)).isEqualTo("/");

        var thief = browser();
        thief.password(ann, PASSWORD);
        assertThat(thief.code(code)).isEqualTo("/login/code?wrong");
    }

    @Test
    void slowsDownWhoGuessesCodesFromWhereverHeDoes() {
        var app = browser().signIn(ann).setUpApp();
        for (int guess = 0; guess < 5; guess++) {
            var browser = browser();
            browser.password(ann, PASSWORD);
            browser.code("00000" + guess);
        }
        var browser = browser();
        browser.password(ann, PASSWORD);

        assertThat(browser.code(app.nextCode())).matches("/login/code\\?wait=\\d+");
    }

    @Test
    void asksForNoCodeBeforeThePassword() {
        browser().signIn(ann).setUpApp();

        assertThat(place(browser().get("/login/code"))).isEqualTo("/login?late");
        assertThat(place(browser().submit("/login", "/login/code", Map.of("code", "000000"))))
                .isEqualTo("/login?late");
    }

    @Test
    void takesARecoveryCodeOnce() {
        var owner = browser().signIn(ann);
        owner.setUpApp();
        var codes = codes(
                owner.submit("/account", "/account/recovery-codes", Map.of()).body());
        assertThat(codes).hasSize(10);
        var browser = browser();
        browser.password(ann, PASSWORD);

        assertThat(browser.code(codes.getFirst())).isEqualTo("/");

        assertThat(browser.get("/account").body()).contains("9 left", "password and recovery code");
        var thief = browser();
        thief.password(ann, PASSWORD);
        assertThat(thief.code(codes.getFirst())).isEqualTo("/login/code?wrong");
    }

    private static List<String> codes(String page) {
        return Pattern.compile("<code>([a-z2-9-]{19})</code>")
                .matcher(page)
                .results()
                .map(code -> code.group(1))
                .toList();
    }

    @Test
    void letsAPasskeyInWithoutAnythingElse() {
        var device = device();
        browser().signIn(ann).addPasskey(device, "Laptop");
        var browser = browser();

        assertThat(browser.passkey("/login", device)).isEqualTo("/");

        assertThat(browser.get("/").body()).contains(ann);
        assertThat(browser.get("/account").body()).contains("passkey");
    }

    @Test
    void takesAPasskeyAsTheSecondFactor() {
        var device = device();
        browser().signIn(ann).addPasskey(device, "Laptop");
        var browser = browser();

        assertThat(browser.password(ann, PASSWORD)).isEqualTo("/login/code");
        assertThat(browser.passkey("/login/code", device)).isEqualTo("/");
    }

    @Test
    void takesAnAnswerToAChallengeOnce() {
        var device = device();
        browser().signIn(ann).addPasskey(device, "Laptop");
        var browser = browser();
        var asked = browser.get("/login");
        var answer = Map.of("credential", device.get(challenge(asked)));
        assertThat(place(browser.submit(asked, "/login/passkey", answer))).isEqualTo("/");

        assertThat(place(browser.submit("/account", "/login/passkey", answer))).isEqualTo("/login?late");
    }

    @Test
    void refusesThePasskeyOfWhoIsOutOfUse() {
        var device = device();
        browser().signIn(ann).addPasskey(device, "Laptop");
        Staff.disable(ann);

        assertThat(browser().passkey("/login", device)).isEqualTo("/login?wrong=passkey");
        assertThat(browser().passkey("/login", device())).isEqualTo("/login?wrong=passkey");
    }

    @Test
    void endsTheSessionAtTheNextPageOnceHeIsOutOfUse() {
        var browser = browser().signIn(ann);

        Staff.disable(ann);
        assertThat(place(browser.get("/"))).isEqualTo("/login");

        Staff.enable(ann);
        assertThat(browser.isIn()).isTrue();
    }

    @Test
    void forgetsWhoSignsOut() {
        var browser = browser().signIn(ann);
        var token = browser.cookies().get(COOKIE);

        assertThat(place(browser.submit("/", "/logout", Map.of()))).isEqualTo("/login?signedout");

        assertThat(browser.isIn()).isFalse();
        browser.cookies().put(COOKIE, String.valueOf(token));
        assertThat(browser.isIn()).isFalse();
        assertThat(AuditTrailOf.actionsOn(ann)).containsExactly("session.begun", "session.ended");
    }

    @Test
    void leadsEverybodyToTheSetUpOfWhatIsAskedOfAll() {
        var browser = browser().signIn(ann);
        api.put("/api/v1/sign-in-policy", "{'secondFactorRequired': true}");

        assertThat(place(browser.get("/"))).isEqualTo("/account?required");
        assertThat(browser.get("/account?required").body()).contains("asks a second factor of all operators");
        browser.setUpApp();

        assertThat(browser.isIn()).isTrue();
        assertThat(browser.submit("/account", "/account/app/remove", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/account").body())
                .contains("this is your only one")
                .contains("set up");
    }

    @Test
    void countsWhatHappens() {
        var before = counted("success", "password");
        var failures = counted("failure", "password");

        browser().signIn(ann);
        browser().password(ann, "wrong");

        assertThat(counted("success", "password")).isEqualTo(before + 1);
        assertThat(counted("failure", "password")).isEqualTo(failures + 1);
    }

    private double counted(String outcome, String method) {
        return metrics.counter("postern.login", "outcome", outcome, "method", method)
                .count();
    }

    private OperatorBrowser browser() {
        return new OperatorBrowser(api);
    }

    private static SoftwareAuthenticator device() {
        return new SoftwareAuthenticator(ServiceUnderTest.SITE);
    }
}
