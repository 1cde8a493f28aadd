package dev.postern.admin.self.vacation;

import static dev.postern.admin.self.OwnerBrowser.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.self.OwnerBrowser;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestDatabase;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class VacationIT {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Autowired
    AdminApi api;

    private String domain = "";
    private String alice = "";
    private String password = "";

    @BeforeEach
    void createMailbox() {
        domain = api.newDomain();
        alice = "alice@" + domain;
        password = api.newMailbox(alice);
    }

    @Test
    void isOffUntilTheOwnerSaysSomething() throws SQLException {
        assertThat(get().body().path("enabled").asBoolean(true)).isFalse();
        assertThat(script()).isEmpty();
    }

    @Test
    void answersForEachOfHisAddresses() throws SQLException {
        api.post("/api/v1/aliases", "{'address': 'info@%s', 'targets': ['%s']}".formatted(domain, alice));
        api.post("/api/v1/aliases", "{'address': '@%s', 'targets': ['%s']}".formatted(domain, alice));

        var set = put("{'enabled': true, 'subject': '不在', 'text': 'Back on Monday.\\nAlice', 'everyDays': 3}");

        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        assertThat(set.body().path("active").asBoolean()).isTrue();
        assertThat(script()).contains("""
                        require ["vacation"];
                        vacation :days 3 :subject "不在" :addresses ["%s", "info@%s"] "Back on Monday.\r
                        Alice";
                        """.formatted(alice, domain));
    }

    @Test
    void answersOnTheDaysOfHisTimeZoneAlone() throws SQLException {
        set(today.minusDays(3), today.minusDays(2));
        assertThat(script()).isEmpty();
        assertThat(get().body().path("active").asBoolean(true)).isFalse();

        set(today.plusDays(2), today.plusDays(3));
        assertThat(script()).isEmpty();

        set(today.minusDays(2), today.plusDays(2));
        assertThat(script()).isPresent();

        assertThat(put("{'enabled': false, 'text': 'x'}").status()).isEqualTo(200);
        assertThat(script()).isEmpty();
    }

    @Test
    void refusesWhatCannotBeMeant() {
        Problem.in(put("{'enabled': true, 'text': ''}")).status(422).field("text");
        Problem.in(put("{'enabled': true, 'text': 'x', 'firstDay': '2026-12-24', 'lastDay': '2026-12-23'}"))
                .status(422)
                .field("lastDay");
        Problem.in(put("{'enabled': true, 'text': 'x', 'firstDay': '2026-02-30'}"))
                .status(422)
                .field("firstDay");
        Problem.in(put("{'enabled': true, 'text': 'x', 'timeZone': '../etc/passwd'}"))
                .status(422)
                .field("timeZone");
        Problem.in(put("{'enabled': true, 'text': 'x', 'everyDays': 0}"))
                .status(422)
                .field("everyDays");
    }

    @Test
    void letsNobodyAddAHeader() {
        Problem.in(put("{'enabled': true, 'text': 'x', 'subject': 'Away\\r\\nBcc: eve@evil.example'}"))
                .status(422)
                .field("subject")
                .saying("U+000D");
        Problem.in(put("{'enabled': true, 'text': 'x\\u0000'}")).status(422).field("text");
    }

    @Test
    void doesNotAnswerWhereTheDomainDoesNotAllowIt() throws SQLException {
        put("{'enabled': true, 'text': 'x'}");

        api.put(
                "/api/v1/domains/%s/self-service".formatted(domain),
                "{'ownAliases': 5, 'forwarding': 'anywhere', 'vacation': false}");

        assertThat(script()).isEmpty();
        Problem.in(put("{'enabled': true, 'text': 'y'}"))
                .status(422)
                .field("enabled")
                .saying("not allowed");
    }

    @Test
    void isWrittenDownWithoutWhatHeTellsOthers() {
        put("{'enabled': true, 'text': 'At the sea'}");

        assertThat(api.get("/api/v1/audit?subject=" + alice).content())
                .contains("mailbox.vacation-set")
                .doesNotContain("At the sea");
    }

    @Test
    void isFilledInOnAPage() throws SQLException {
        var browser = new OwnerBrowser(api).signIn(alice, password);
        assertThat(browser.get("/self/vacation").body()).contains("Asia/Tokyo").doesNotContain("??");

        var wrong = browser.submit("/self/vacation", form("Away\u2028now", "<script>alert(1)</script>", "Asia/Tokyo"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("U+2028", "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");

        var right = browser.submit("/self/vacation", form("\"Away\" <b>", "</textarea><script>x", "Asia/Tokyo"));
        assertThat(place(right)).isEqualTo("/self/vacation?done=vacation");
        assertThat(browser.get(place(right)).body())
                .contains(
                        "value=\"&quot;Away&quot; &lt;b&gt;\"",
                        "&lt;/textarea&gt;&lt;script&gt;x",
                        "class=\"status ok\"")
                .doesNotContain("</textarea><script>");
        assertThat(script())
                .hasValueSatisfying(script ->
                        assertThat(script).contains(":subject \"\\\"Away\\\" <b>\"", "\"</textarea><script>x\";"));
    }

    @Test
    void isNobodyElsesToSet() {
        var eve = "eve@" + domain;
        var evesPassword = api.newMailbox(eve);

        put("{'enabled': true, 'text': 'x'}");

        var hers = api.call("GET", "/api/v1/self/vacation", null, Api.basic(eve, evesPassword));
        assertThat(hers.body().path("enabled").asBoolean(true)).isFalse();
        assertThat(api.call("GET", "/api/v1/self/vacation", null, Api.basic(alice, evesPassword))
                        .status())
                .isEqualTo(401);
    }

    private void set(LocalDate first, LocalDate last) {
        var answer = put("{'enabled': true, 'text': 'x', 'firstDay': '%s', 'lastDay': '%s', 'timeZone': 'Asia/Tokyo'}"
                .formatted(first, last));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static Map<String, String> form(String subject, String text, String zone) {
        return Map.of(
                "enabled", "on", "subject", subject, "text", text, "zone", zone, "days", "7", "first", "", "last", "");
    }

    private Api.Answer get() {
        return api.call("GET", "/api/v1/self/vacation", null, Api.basic(alice, password));
    }

    private Api.Answer put(String json) {
        return api.call("PUT", "/api/v1/self/vacation", json, Api.basic(alice, password));
    }

    private Optional<String> script() throws SQLException {
        try (var connection = TestDatabase.connect("dovecot", "dovecot_view");
                var statement = connection.prepareStatement("select script from owner_script where mailbox = ?")) {
            statement.setString(1, alice);
            var rows = statement.executeQuery();
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }
}
