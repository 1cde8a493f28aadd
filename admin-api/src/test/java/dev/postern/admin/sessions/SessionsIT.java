package dev.postern.admin.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.OperatorBrowser;
import dev.postern.admin.testing.RunningService;
import dev.postern.admin.testing.Staff;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AdminApiTest
class SessionsIT {

    private String ann = "";

    @Autowired
    AdminApi api;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void addAnn() {
        ann = Staff.owner();
    }

    @Test
    void outliveARestart() {
        var browser = new OperatorBrowser(api).signIn(ann);

        try (var restarted = RunningService.start(Map.of())) {
            var later = new OperatorBrowser(restarted.api());
            later.cookies().putAll(browser.cookies());

            assertThat(later.isIn()).isTrue();
            assertThat(later.submit("/account", "/account/sessions/end-others", Map.of())
                            .statusCode())
                    .isEqualTo(302);
        }
    }

    /** What a form carried before the restart is still worth something: its page may have been open. */
    @Test
    void letAnOpenFormSurviveARestart() {
        var browser = new OperatorBrowser(api).signIn(ann);
        var form = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
                .matcher(browser.get("/account").body());
        assertThat(form.find()).isTrue();

        try (var restarted = RunningService.start(Map.of())) {
            var later = new OperatorBrowser(restarted.api());
            later.cookies().putAll(browser.cookies());

            assertThat(later.send("/account/sessions/end-others", Map.of("_csrf", String.valueOf(form.group(1))))
                            .statusCode())
                    .isEqualTo(302);
        }
    }

    @Test
    void endWhenNobodyUsesThem() {
        var browser = new OperatorBrowser(api).signIn(ann);
        Staff.change(
                "update operator_session set last_seen_at = last_seen_at - interval 31 minute where operator = ?", ann);

        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void endInAnyCaseAfterHalfADay() {
        var browser = new OperatorBrowser(api).signIn(ann);
        Staff.change("update operator_session set since = since - interval 13 hour where operator = ?", ann);

        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void areKeptAliveByUse() {
        var browser = new OperatorBrowser(api).signIn(ann);
        Staff.change(
                "update operator_session set last_seen_at = last_seen_at - interval 20 minute where operator = ?", ann);

        assertThat(browser.isIn()).isTrue();

        assertThat(jdbc.sql(
                                "select last_seen_at > utc_timestamp(6) - interval 1 minute from operator_session where operator = :ann")
                        .param("ann", ann)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void areKnownByADigestAlone() {
        var browser = new OperatorBrowser(api).signIn(ann);

        assertThat(jdbc.sql(
                                "select concat_ws(' ', id, hex(sha256), browser) from operator_session where operator = :ann")
                        .param("ann", ann)
                        .query(String.class)
                        .single())
                .doesNotContain(String.valueOf(browser.cookies().get("__Host-postern-operator")));
    }

    @Test
    void nameTheBrowser() {
        assertThat(BrowserName.of("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"))
                .isEqualTo("Firefox, Linux");
        assertThat(BrowserName.of("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML,"
                        + " like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"))
                .isEqualTo("Safari, iPhone");
        assertThat(BrowserName.of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"))
                .isEqualTo("Edge, Windows");
        assertThat(BrowserName.of("Java-http-client/25")).isEmpty();
    }
}
