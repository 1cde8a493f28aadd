package dev.postern.admin.self;

import static dev.postern.admin.self.OwnerBrowser.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.Staff;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Browser;
import dev.postern.common.testing.TestSecrets;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class SignInIT {

    private static final String COOKIE = "__Host-postern-self";

    @Autowired
    AdminApi api;

    private String alice = "";
    private String password = "";
    private OwnerBrowser browser;

    @BeforeEach
    void createMailbox() {
        alice = "alice@" + api.newDomain();
        password = api.newMailbox(alice);
        browser = new OwnerBrowser(api);
    }

    @Test
    void leadsAStrangerToTheSignInAndBack() {
        var asked = browser.get("/self/password");

        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(place(asked)).isEqualTo("/self/login?next=%2Fself%2Fpassword");

        var signedIn = browser.submit(
                place(asked), "/self/login", Map.of("address", alice, "password", password, "next", "/self/password"));
        assertThat(place(signedIn)).isEqualTo("/self/password");
        assertThat(browser.get("/self/password").body()).contains(alice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/self",
                "/\\evil.example",
                "/self/..//evil.example",
                "/self@evil.example",
                "/",
                "/self\r\nSet-Cookie: a=b",
                "javascript:alert(1)"
            })
    void leadsNowhereElse(String next) {
        var signedIn = browser.submit("/self/login", Map.of("address", alice, "password", password, "next", next));

        assertThat(place(signedIn)).isEqualTo("/self");
    }

    @Test
    void refusesAWrongPasswordAnUnknownAddressAndNoAddressAlike() {
        assertThat(place(browser.tryToSignIn(alice, "wrong wrong wrong"))).isEqualTo("/self/login?wrong");
        assertThat(place(browser.tryToSignIn("nobody" + alice, password))).isEqualTo("/self/login?wrong");
        assertThat(place(browser.tryToSignIn("<script>", password))).isEqualTo("/self/login?wrong");
        assertThat(browser.get("/self/login?wrong").body()).contains("Address or password is wrong");
    }

    @Test
    void doesNotTakeAnAppPassword() {
        var telephone = api.post("/api/v1/mailboxes/%s/app-passwords".formatted(alice), "{'name': 'Telephone'}");

        assertThat(place(browser.tryToSignIn(alice, telephone.text("password"))))
                .isEqualTo("/self/login?wrong");
    }

    @Test
    void endsGuessingForAWhileEvenWhenTheNextGuessIsRight() {
        for (var guess = 1; guess <= 5; guess++) {
            browser.tryToSignIn(alice, "wrong number " + guess);
        }

        assertThat(place(browser.tryToSignIn(alice, password))).startsWith("/self/login?wait=");
    }

    @Test
    void beginsASessionOfItsOwnAtEachSignIn() {
        browser.signIn(alice, password);
        var first = browser.cookies().get(COOKIE);
        browser.get("/self/password");
        var form = browser.cookies().get("__Host-postern-self-csrf");

        browser.submit("/self/password", "/self/login", Map.of("address", alice, "password", password));
        browser.get("/self/password");

        assertThat(browser.cookies().get(COOKIE)).isNotEqualTo(first);
        assertThat(browser.cookies().get("__Host-postern-self-csrf")).isNotEqualTo(form);
        assertThat(withSession(String.valueOf(first)).statusCode()).isEqualTo(302);
    }

    @Test
    void takesNoSessionThatABrowserBroughtAlong() {
        browser.cookies().put(COOKIE, "pso_" + "A".repeat(43));

        browser.signIn(alice, password);

        assertThat(browser.cookies().get(COOKIE)).doesNotContain("AAAA");
    }

    @Test
    void keepsTheCookieFromScriptsAndOtherSites() {
        var answer = browser.tryToSignIn(alice, password);

        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith(COOKIE + "=pso_")
                        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax"));
    }

    @Test
    void takesNoFormThatIsNotItsOwn() {
        browser.signIn(alice, password);

        assertThat(browser.send("/self/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.send(
                                "/self/password",
                                Map.of("wanted", "nine green umbrellas", "again", "nine green umbrellas"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.send("/self/login", Map.of("address", alice, "password", password))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void endsWithTheSignOut() {
        browser.signIn(alice, password);
        var session = String.valueOf(browser.cookies().get(COOKIE));

        assertThat(place(browser.submit("/self", "/self/logout", Map.of()))).isEqualTo("/self/login?signedout");

        assertThat(withSession(session).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seen_at", "opened_at"})
    void endsWithTime(String since) {
        browser.signIn(alice, password);

        Staff.change(
                "update owner_session set %s = %s - interval 13 hour where mailbox = ?".formatted(since, since), alice);

        assertThat(browser.get("/self").statusCode()).isEqualTo(302);
    }

    @Test
    void endsWithTheNextRequestOfAMailboxOrDomainThatIsOutOfUse() {
        browser.signIn(alice, password);
        api.patch("/api/v1/mailboxes/" + alice, "{'enabled': false}");
        assertThat(browser.get("/self").statusCode()).isEqualTo(302);

        api.patch("/api/v1/mailboxes/" + alice, "{'enabled': true}");
        var later = new OwnerBrowser(api).signIn(alice, password);
        api.patch("/api/v1/domains/" + alice.substring(6), "{'enabled': false}");
        assertThat(later.get("/self").statusCode()).isEqualTo(302);
    }

    @Test
    void opensNothingOfTheOperatorsAndTheirsNothingOfItsOwn() {
        browser.signIn(alice, password);
        assertThat(place(browser.get("/"))).endsWith("/login");
        assertThat(withSession(browser.cookies().get(COOKIE), "/api/v1/domains").statusCode())
                .isEqualTo(401);

        var operator = new Browser();
        operator.signIn(api.page("/login"), "operator", TestSecrets.OPERATOR_PASSWORD);
        assertThat(place(operator.get(api.page("/self")))).isEqualTo("/self/login");
    }

    @Test
    void asksAgainBeforeThePasswordIsChangedIfTheSignInIsOlder() {
        browser.signIn(alice, password);
        Staff.change("update owner_session set proven_at = proven_at - interval 11 minute where mailbox = ?", alice);

        assertThat(place(browser.get("/self/password"))).isEqualTo("/self/confirm?next=%2Fself%2Fpassword");
        assertThat(place(browser.submit("/self", "/self/password", passwords("nine green umbrellas"))))
                .isEqualTo("/self/confirm?next=%2Fself%2Fpassword");

        assertThat(place(browser.submit("/self/confirm", Map.of("shown", "wrong", "next", "/self/password"))))
                .isEqualTo("/self/confirm?next=%2Fself%2Fpassword&wrong");
        assertThat(place(browser.submit("/self/confirm", Map.of("shown", password, "next", "/self/password"))))
                .isEqualTo("/self/password");
        assertThat(browser.get("/self/password").statusCode()).isEqualTo(200);
    }

    @Test
    void changesThePasswordAndEndsTheOtherSessions() {
        var elsewhere = new OwnerBrowser(api).signIn(alice, password);
        browser.signIn(alice, password);

        assertThat(browser.submit("/self/password", passwords("short")).body()).contains("at least 12");
        assertThat(browser.submit(
                                "/self/password",
                                Map.of("wanted", "nine green umbrellas", "again", "ten green umbrellas"))
                        .body())
                .contains("not the same");
        assertThat(place(browser.submit("/self/password", passwords("nine green umbrellas"))))
                .isEqualTo("/self?done=password");

        assertThat(browser.get("/self?done=password").body()).contains("The password is changed");
        assertThat(elsewhere.get("/self").statusCode()).isEqualTo(302);
        new OwnerBrowser(api).signIn(alice, "nine green umbrellas");
        assertThat(api.get("/api/v1/audit?subject=" + alice).content())
                .contains("mailbox.own-password-changed", "\"" + alice + "\"", "127.0.0.1")
                .doesNotContain("umbrellas");
    }

    @Test
    void speaksTheLanguageOfTheReader() {
        browser.submit("/self/login", "/self/language", Map.of("to", "ja", "back", "/self/login"));

        assertThat(browser.get("/self/login").body()).contains("lang=\"ja\"", "メールアドレス", "English");
    }

    @Test
    void repeatsNothingThatAnAddressSays() {
        browser.signIn(alice, password);

        assertThat(browser.get("/self?done=%3Cscript%3E").body()).doesNotContain("<script>");
        assertThat(browser.get("/self/login?wait=%3Cscript%3E&next=%22%3E%3Cscript%3E")
                        .body())
                .doesNotContain("<script>");
    }

    private HttpResponse<String> withSession(String token) {
        return withSession(token, "/self");
    }

    private HttpResponse<String> withSession(@Nullable String token, String path) {
        var other = new OwnerBrowser(api);
        other.cookies().put(COOKIE, String.valueOf(token));
        return other.get(path);
    }

    private static Map<String, String> passwords(String wanted) {
        return Map.of("wanted", wanted, "again", wanted);
    }

    @Test
    void keepsGuessesForTheApiAndForThePageApart() {
        for (var guess = 1; guess <= 5; guess++) {
            api.call("GET", "/api/v1/self/addresses", null, Api.basic(alice, "wrong number " + guess));
        }

        browser.signIn(alice, password);
    }
}
