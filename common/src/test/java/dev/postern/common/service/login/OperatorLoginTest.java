package dev.postern.common.service.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.postern.common.service.sample.SampleService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(
        classes = SampleService.class,
        properties = {
            "spring.application.name=mail-ingest",
            "postern.dashboard=ingest",
            "postern.dashboards.ingest=https://mail.test:8445/",
            "postern.dashboards.admin=https://mail.test:8444/",
            "postern.dashboards.backup="
        })
@AutoConfigureMockMvc
class OperatorLoginTest {

    private static final String PASSWORD = "correct horse";
    private static final String HASH =
            Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);

    private final MockMvcTester browser;
    private final JdbcClient database;

    OperatorLoginTest(@Autowired MockMvcTester browser, @Autowired JdbcClient database) {
        this.browser = browser;
        this.database = database;
    }

    @BeforeEach
    void knowOneOperator() {
        database.sql("DROP TABLE IF EXISTS operator_view.operator").update();
        database.sql(
                        "CREATE TABLE operator_view.operator (username varchar(255), password_hash varchar(255), enabled boolean)")
                .update();
        database.sql("INSERT INTO operator_view.operator VALUES ('operator', ?, true)")
                .param(HASH)
                .update();
    }

    @Test
    void sendsAStrangerToTheLoginPage() {
        assertThat(browser.get().uri("/").accept("text/html")).hasStatus(302).hasRedirectedUrl("/login");
        assertThat(browser.get().uri("/login"))
                .hasStatusOk()
                .bodyText()
                .contains("<title>Sign in · Postern</title>", "name=\"_csrf\"", "autocomplete=\"current-password\"")
                .doesNotContain("Sign out", "https://mail.test", "??");
    }

    @Test
    void tellsAFragmentsPageToGoToTheLogin() {
        assertThat(browser.get().uri("/").header("HX-Request", "true"))
                .hasStatus(401)
                .hasHeader("HX-Redirect", "/login");
    }

    @Test
    void showsAnOperatorThePageHeAskedFor() {
        var session = new MockHttpSession();
        assertThat(browser.get().uri("/?q=ann").accept("text/html").session(session))
                .hasStatus(302);

        assertThat(login("operator", PASSWORD, "198.51.100.1", session))
                .hasStatus(302)
                .hasRedirectedUrl("/?q=ann&continue");
        assertThat(page(session))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "<title>Sample · Postern</title>",
                        "<a href=\"https://mail.test:8445/\" aria-current=\"page\">Incoming mail</a>",
                        "<a href=\"https://mail.test:8444/\">Accounts</a>",
                        ">operator</span>",
                        "Sign out")
                .doesNotContain(">Backup<", "<style", "style=\"", "??");
    }

    @Test
    void loadsNothingThatTheContentPolicyForbids() {
        assertThat(browser.get().uri("/login"))
                .headers()
                .hasValue(
                        "Content-Security-Policy",
                        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("X-Frame-Options", "DENY")
                .hasValue("Referrer-Policy", "same-origin");
        assertThat(browser.get().uri("/postern/postern.css")).hasStatusOk();
        assertThat(browser.get().uri("/postern/chart.js")).hasStatusOk();
        assertThat(browser.get().uri("/webjars/htmx.org/dist/htmx.min.js")).hasStatusOk();
        assertThat(browser.get().uri("/webjars/uplot/dist/uPlot.iife.min.js")).hasStatusOk();
    }

    @Test
    void refusesAWrongPasswordAnUnknownAndADisabledOperatorAlike() {
        assertThat(login("operator", "wrong", "198.51.100.2", new MockHttpSession()))
                .hasRedirectedUrl("/login?wrong");
        assertThat(login("nobody", PASSWORD, "198.51.100.2", new MockHttpSession()))
                .hasRedirectedUrl("/login?wrong");
        disable();
        assertThat(login("operator", PASSWORD, "198.51.100.2", new MockHttpSession()))
                .hasRedirectedUrl("/login?wrong");
    }

    @Test
    void letsAGuesserWaitButNotTheOperatorElsewhere() {
        for (int attempt = 0; attempt < 5; attempt++) {
            login("operator", "guess " + attempt, "198.51.100.3", new MockHttpSession());
        }

        assertThat(login("operator", PASSWORD, "198.51.100.3", new MockHttpSession()))
                .redirectedUrl()
                .matches("/login\\?wait=(30|31)");
        assertThat(browser.get().uri("/login?wait=31")).bodyText().contains("Try again in 31 seconds");
        assertThat(login("operator", PASSWORD, "198.51.100.4", new MockHttpSession()))
                .hasRedirectedUrl("/");
    }

    @Test
    void saysWhenTheAccountsCannotBeRead() {
        database.sql("DROP TABLE operator_view.operator").update();

        assertThat(login("operator", PASSWORD, "198.51.100.5", new MockHttpSession()))
                .hasRedirectedUrl("/login?unavailable");
        assertThat(browser.get().uri("/login?unavailable")).bodyText().contains("Check the database");
    }

    @Test
    void endsTheSessionOfADisabledOperator() {
        var session = signedIn("198.51.100.6");
        assertThat(page(session)).hasStatusOk();

        disable();

        assertThat(page(session)).hasStatus(302).hasRedirectedUrl("/login");
    }

    @Test
    void keepsASessionWhileTheDatabaseIsDown() {
        var session = signedIn("198.51.100.7");

        database.sql("DROP TABLE operator_view.operator").update();

        assertThat(page(session)).hasStatusOk();
    }

    @Test
    void changesNothingWithoutTheToken() {
        var session = signedIn("198.51.100.8");

        assertThat(browser.post().uri("/change").session(session)).hasStatus(403);
        assertThat(browser.post().uri("/change").session(session).with(csrf())).hasStatusOk();
    }

    @Test
    void signsOut() {
        var session = signedIn("198.51.100.9");

        assertThat(browser.post().uri("/logout").session(session).with(csrf())).hasRedirectedUrl("/login?signedout");
        assertThat(session.isInvalid()).isTrue();
    }

    private MockHttpSession signedIn(String address) {
        var session = new MockHttpSession();
        assertThat(login("operator", PASSWORD, address, session)).hasRedirectedUrl("/");
        return session;
    }

    private MvcTestResult login(String username, String password, String address, MockHttpSession session) {
        return browser.post()
                .uri("/login")
                .param("username", username)
                .param("password", password)
                .session(session)
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .exchange();
    }

    private MvcTestResult page(MockHttpSession session) {
        return browser.get().uri("/").accept("text/html").session(session).exchange();
    }

    private void disable() {
        database.sql("UPDATE operator_view.operator SET enabled = false").update();
    }
}
