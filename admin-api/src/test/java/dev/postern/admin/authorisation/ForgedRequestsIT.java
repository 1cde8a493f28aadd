package dev.postern.admin.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Browser;
import dev.postern.common.testing.TestSecrets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Another site cannot make an operator's browser do anything here. */
@AdminApiTest
class ForgedRequestsIT {

    /** Mail programs post their question without a session; the answer tells nothing that is not public. */
    private static final String QUESTION_OF_OUTLOOK = "/autodiscover/autodiscover.xml";

    @Autowired
    AdminApi api;

    @Test
    void noFormIsTakenWithoutItsToken() {
        var browser = signedIn();
        var premises = new Premises(api);
        for (var row : MatrixRow.all()) {
            if (row.isPage() && row.changesSomething() && !row.path().equals(QUESTION_OF_OUTLOOK)) {
                var path = api.page(premises.fill(row.path()));
                var body = premises.fill(row.body());
                assertThat(browser.submitForged(path, body).statusCode())
                        .as(row.toString())
                        .isEqualTo(403);
                assertThat(browser.submitForged(path, "_csrf=forged&" + body).statusCode())
                        .as(row.toString())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void theApiKnowsNoCookies() {
        var cookies = signedIn().cookieHeader();
        var premises = new Premises(api);
        for (var row : MatrixRow.all()) {
            if (!row.isPage() && row.isForSome()) {
                var answer = api.send(
                        row.method(),
                        premises.fill(row.path()),
                        row.body().isEmpty() ? null : premises.fill(row.body()),
                        Map.of("Cookie", cookies));
                assertThat(answer.status()).as(row.toString()).isEqualTo(401);
            }
        }
    }

    @Test
    void theApiTellsNoOtherSiteAnything() {
        var answer = api.send(
                "OPTIONS",
                "/api/v1/domains",
                null,
                Map.of(
                        "Origin", "https://evil.example",
                        "Access-Control-Request-Method", "POST",
                        "Access-Control-Request-Headers", "authorization"));

        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    private Browser signedIn() {
        var browser = new Browser();
        browser.signIn(api.page("/login"), "operator", TestSecrets.OPERATOR_PASSWORD);
        return browser;
    }
}
