package dev.postern.admin.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Api.Answer;
import dev.postern.common.testing.Browser;
import dev.postern.common.testing.TestSecrets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes from outside is text: never markup, never SQL, never a header. */
@AdminApiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // made before each test
class InjectionIT {

    private static final String MARKUP = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>";

    @Autowired
    AdminApi api;

    private Premises premises;
    private Browser browser;

    /** New for each test: one of them may have changed the password of the mailbox. */
    @BeforeEach
    void signIn() {
        premises = new Premises(api);
        browser = new Browser();
        browser.signIn(api.page("/login"), "operator", TestSecrets.OPERATOR_PASSWORD);
    }

    /** Through every field that takes text, then onto every page. */
    @Test
    void markupIsShownAsItIs() {
        var softly = new SoftAssertions();
        forEachTextField(MARKUP, (what, answer) -> {
            softly.assertThat(answer.status()).as(what + answer).isBetween(200, 499);
            softly.assertThat(answer.header("Content-Type")).as(what).containsAnyOf("json", "^$");
            softly.assertThat(answer.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
        });
        pages(premises)
                .forEach(
                        (path, page) -> softly.assertThat(page).as(path).doesNotContain("<img src=x", "<script>alert"));
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?q={x}",
                "/login?{x}",
                "/login?wait={x}",
                "/clients?address={x}",
                "/{x}",
                "/clients?address=a@{x}",
                "/?page={x}"
            })
    void markupInAnAddressIsShownAsItIs(String path) {
        var page = browser.get(api.page(path.replace("{x}", AdminApi.segment(MARKUP))));

        assertThat(page.body()).doesNotContain("<img src=x", "<script>alert");
        // What is no address at all is refused before anything is known of the page.
        assertThat(page.statusCode() == 400
                        || page.headers()
                                .firstValue("Content-Security-Policy")
                                .orElse("")
                                .contains("default-src 'self'"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or '1'='1",
                "x' union select password_hash from operator -- ",
                "\\' or 1=1 -- ",
                "'; drop table alias; -- ",
                "%",
                "_",
                "x\\"
            })
    void sqlIsText(String sql) {
        var softly = new SoftAssertions();
        forEachTextField(
                sql,
                (what, answer) ->
                        softly.assertThat(answer.status()).as(what + answer).isBetween(200, 499));
        var encoded = AdminApi.segment(sql);
        for (var row : MatrixRow.all()) {
            if (row.method().equals("GET") && !row.isPage()) {
                var inPath = api.get(row.path().replaceAll("\\{[a-z-]+}", encoded.replace("\\", "\\\\")));
                softly.assertThat(inPath.status()).as(row + " with " + sql).isBetween(200, 499);
            }
        }
        for (var list : new String[] {
            "mailboxes?domain=", "aliases?domain=", "audit?actor=", "audit?subject=", "audit?action=", "audit?from="
        }) {
            var found = api.get("/api/v1/" + list + encoded);
            softly.assertThat(found.status()).as(list + sql).isIn(200, 422);
            softly.assertThat(found.body().path("total").asInt(0))
                    .as(list + sql)
                    .isZero();
        }
        softly.assertAll();
        assertThat(api.get("/api/v1/aliases").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nX-Evil: 1@{domain}",
                "a\nb@{domain}",
                "a\rb@{domain}",
                "a\u0000b@{domain}",
                "a\u2028b@{domain}",
                "a\u0085b@{domain}",
                "a,b@{domain}",
                "a\tb@{domain}",
                "\"a\\\r\nb\"@{domain}",
                "a@{domain}\r\nBcc: b@elsewhere.example",
                "a@elsewhere.example>\r\nRCPT TO:<b@elsewhere.example",
                "a@elsewhere.example b@elsewhere.example",
                "<a@elsewhere.example>",
                "a@[127.0.0.1]\n"
            })
    void anAddressBringsNoHeaderAndNoCommand(String address) {
        var given = address.replace("{domain}", premises.domain());
        for (var body : Body.all(api)) {
            for (var field : new String[] {"address", "targets"}) {
                if (body.textFields().contains(field)) {
                    var answer = call(body, body.with(field, given, premises));
                    assertThat(answer.status())
                            .as(body + " " + field + answer)
                            .isIn(body.row().isSignIn() ? List.of(401, 429) : List.of(422));
                    assertThat(answer.headers().map()).doesNotContainKey("x-evil");
                }
            }
        }
    }

    /** Nor does any other text that may come into a header or a log. */
    @Test
    void noLineBreakIsKeptWhereOneLineIsMeant() {
        forEachTextField("a\r\nX-Evil: 1", (what, answer) -> {
            if (!what.contains("note")) {
                // The mailbox may have been taken out of use by another of these bodies: 401. Enough wrong passwords:
                // 429.
                assertThat(answer.status()).as(what + answer).isIn(400, 401, 404, 422, 429);
            }
            assertThat(answer.headers().map()).as(what).doesNotContainKey("x-evil");
        });
    }

    @FunctionalInterface
    private interface Look {
        void at(String what, Answer answer);
    }

    private void forEachTextField(String text, Look look) {
        for (var body : Body.all(api)) {
            for (var field : body.textFields()) {
                look.at("%s %s: ".formatted(body, field), call(body, body.with(field, text, premises)));
            }
        }
    }

    private Answer call(Body body, String json) {
        var authorization = body.row().audience().equals("mailbox")
                ? Api.basic(premises.mailbox(), premises.password())
                : Api.bearer(TestSecrets.TOKEN);
        // Not the client's single quotes for double ones: they are part of what is tried.
        return api.sendAsIs(
                body.row().method(), premises.fill(body.row().path()), json, Map.of("Authorization", authorization));
    }

    private Map<String, String> pages(Premises about) {
        var pages = new HashMap<String, String>();
        for (var row : MatrixRow.all()) {
            if (row.isPage() && row.method().equals("GET")) {
                var path = about.fill(row.path());
                var answer = browser.get(api.page(path));
                // What is saved as a file is no page.
                if (answer.headers().firstValue("Content-Disposition").isEmpty()) {
                    pages.put(path, answer.body());
                }
            }
        }
        return pages;
    }
}
