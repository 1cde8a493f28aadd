package dev.postern.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.PostfixMap;
import dev.postern.common.testing.TestDatabase;
import dev.postern.common.testing.TestSecrets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** The views of docs/architecture.md, read as their readers do: with their users, and nobody else's rights. */
@AdminApiTest
class ViewsIT {

    @Autowired
    AdminApi api;

    private String domain = "";

    @BeforeEach
    void addDomain() {
        domain = api.newDomain();
    }

    @Test
    void postfixSeesDomainsInUse() throws SQLException {
        assertThat(postfix("select name from domain where name = ?", domain)).containsExactly(domain);

        disableDomain();

        assertThat(postfix("select name from domain where name = ?", domain)).isEmpty();
    }

    @Test
    void postfixSeesMailboxesInUse() throws SQLException {
        api.newMailbox("alice@" + domain);
        api.newMailbox("bob@" + domain);
        api.patch("/api/v1/mailboxes/bob@" + domain, "{'enabled': false}");

        assertThat(mailbox("alice")).containsExactly("alice@" + domain);
        assertThat(mailbox("bob")).isEmpty();
        assertThat(mailbox("carol")).isEmpty();

        disableDomain();

        assertThat(mailbox("alice")).isEmpty();
    }

    @Test
    void aMailboxLeadsToItselfSoThatTheCatchAllLeavesItAlone() throws SQLException {
        api.newMailbox("alice@" + domain);
        api.newMailbox("bob@" + domain);
        alias("@" + domain, "bob@" + domain);

        assertThat(targetsOf("alice@" + domain)).containsExactly("alice@" + domain);
        assertThat(targetsOf("@" + domain)).containsExactly("bob@" + domain);
        assertThat(targetsOf("nobody@" + domain)).isEmpty();
    }

    @Test
    void anAliasLeadsToItsTargetsInTheirOrder() throws SQLException {
        api.newMailbox("alice@" + domain);
        api.newMailbox("bob@" + domain);
        alias("team@" + domain, "carol@elsewhere.example", "bob@" + domain, "alice+team@" + domain);

        assertThat(targetsOf("team@" + domain))
                .containsExactly("carol@elsewhere.example,bob@%1$s,alice+team@%1$s".formatted(domain));
    }

    @Test
    void anAliasSkipsMailboxesThatTakeNoMailAndIsGoneWhenNothingIsLeft() throws SQLException {
        api.newMailbox("alice@" + domain);
        api.newMailbox("bob@" + domain);
        alias("team@" + domain, "alice@" + domain, "bob@" + domain);

        api.patch("/api/v1/mailboxes/alice@" + domain, "{'enabled': false}");
        assertThat(targetsOf("team@" + domain)).containsExactly("bob@" + domain);

        api.delete("/api/v1/mailboxes/bob@" + domain);
        assertThat(targetsOf("team@" + domain)).isEmpty();
    }

    @Test
    void anAliasIntoADomainThatIsOutOfUseLeadsNowhere() throws SQLException {
        var other = api.newDomain();
        api.newMailbox("bob@" + other);
        alias("bob@" + domain, "bob@" + other);
        assertThat(targetsOf("bob@" + domain)).containsExactly("bob@" + other);

        api.patch("/api/v1/domains/" + other, "{'enabled': false}");

        assertThat(targetsOf("bob@" + domain)).isEmpty();
    }

    @Test
    void aDisabledAliasAndTheAliasesOfADisabledDomainAreAbsent() throws SQLException {
        alias("info@" + domain, "bob@elsewhere.example");
        alias("hello@" + domain, "bob@elsewhere.example");

        api.patch("/api/v1/aliases/info@" + domain, "{'enabled': false}");
        assertThat(targetsOf("info@" + domain)).isEmpty();
        assertThat(targetsOf("hello@" + domain)).isNotEmpty();

        disableDomain();
        assertThat(targetsOf("hello@" + domain)).isEmpty();
    }

    @Test
    void anAliasIsRefusedFromTheMomentThatItEnds() throws SQLException {
        api.newMailbox("alice@" + domain);
        alias("trip@" + domain, "alice@" + domain);
        alias("away@" + domain, "carol@elsewhere.example");
        alias("@" + domain, "alice@" + domain);

        end("trip", "utc_timestamp(6) + interval 1 minute");
        assertThat(targetsOf("trip@" + domain)).isNotEmpty();
        assertThat(refusalOf("trip")).isEmpty();
        assertThat(loginsOf("trip")).containsExactly("alice@" + domain);

        end("trip", "utc_timestamp(6)");
        end("away", "utc_timestamp(6) - interval 1 day");
        assertThat(targetsOf("trip@" + domain)).isEmpty();
        assertThat(refusalOf("trip")).containsExactly("550 5.1.1 This address has expired");
        assertThat(loginsOf("trip")).isEmpty();
        assertThat(stepsFrom("away")).isEmpty();

        api.patch("/api/v1/aliases/trip@" + domain, "{'expiresAt': 'never'}");
        assertThat(targetsOf("trip@" + domain)).isNotEmpty();
        assertThat(refusalOf("trip")).isEmpty();
    }

    /** The service refuses to name a moment that is over. */
    private void end(String localPart, String moment) throws SQLException {
        try (var connection = TestDatabase.connect("admin", "postern");
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update alias set expires_at = %s where address = '%s@%s'".formatted(moment, localPart, domain));
        }
    }

    @Test
    void aForwardedMailboxLeadsToItsTargetsAndKeepsACopyUnlessToldNot() throws SQLException {
        api.newMailbox("alice@" + domain);
        api.newMailbox("bob@" + domain);
        forward("alice", true, "carol@elsewhere.example", "bob+alice@" + domain);
        forward("bob", false, "carol@elsewhere.example");

        assertThat(targetsOf("alice@" + domain))
                .containsExactly("alice@%1$s,carol@elsewhere.example,bob+alice@%1$s".formatted(domain));
        assertThat(targetsOf("bob@" + domain)).containsExactly("carol@elsewhere.example");

        api.patch("/api/v1/mailboxes/bob@" + domain, "{'enabled': false}");

        assertThat(targetsOf("alice@" + domain)).containsExactly("alice@%s,carol@elsewhere.example".formatted(domain));
        assertThat(targetsOf("bob@" + domain)).isEmpty();
    }

    @Test
    void aMailboxOfWhoseForwardingNothingRemainsKeepsItsMail() throws SQLException {
        api.newMailbox("alice@" + domain);
        api.newMailbox("bob@" + domain);
        forward("alice", false, "bob@" + domain);
        assertThat(targetsOf("alice@" + domain)).containsExactly("bob@" + domain);

        api.patch("/api/v1/mailboxes/bob@" + domain, "{'enabled': false}");

        assertThat(targetsOf("alice@" + domain)).containsExactly("alice@" + domain);
    }

    @Test
    void mailIngestSeesEachStepThatMailTakes() throws SQLException {
        api.newMailbox("alice@" + domain);
        api.newMailbox("bob@" + domain);
        alias("home@" + domain, "alice+home@" + domain);
        alias("away@" + domain, "alice@" + domain, "carol@elsewhere.example");
        forward("alice", true, "bob@" + domain);
        forward("bob", false, "Carol@elsewhere.example");

        assertThat(stepsFrom("home")).containsExactlyInAnyOrder("alice@%s 0".formatted(domain));
        assertThat(stepsFrom("away"))
                .containsExactlyInAnyOrder("alice@%s 0".formatted(domain), "carol@elsewhere.example 1");
        assertThat(stepsFrom("alice"))
                .containsExactlyInAnyOrder("alice@%s 0".formatted(domain), "bob@%s 0".formatted(domain));
        assertThat(stepsFrom("bob"))
                .containsExactlyInAnyOrder("bob@%s 0".formatted(domain), "carol@elsewhere.example 1");

        api.patch("/api/v1/aliases/away@" + domain, "{'enabled': false}");
        api.patch("/api/v1/mailboxes/bob@" + domain, "{'enabled': false}");

        assertThat(stepsFrom("away")).isEmpty();
        assertThat(stepsFrom("alice")).containsExactly("alice@%s 0".formatted(domain));
        assertThat(stepsFrom("bob")).isEmpty();
    }

    @Test
    void aMailboxMaySendUnderWhatItWasGranted() throws SQLException {
        var other = api.newDomain();
        api.newMailbox("alice@" + domain);
        api.newMailbox("bob@" + domain);
        api.put(
                "/api/v1/mailboxes/alice@%s/send-as".formatted(domain),
                "{'addresses': ['bob@%s', 'noreply@%s']}".formatted(domain, other));

        assertThat(loginsOf("bob")).containsExactlyInAnyOrder("alice@" + domain, "bob@" + domain);
        assertThat(PostfixMap.of("sender_login").ask("noreply@" + other)).containsExactly("alice@" + domain);
        assertThat(ask(
                        "ingest",
                        "ingest",
                        "select address from sending_view.identity where login = ?",
                        "alice@" + domain))
                .containsExactlyInAnyOrder("alice@" + domain, "bob@" + domain, "noreply@" + other);
        assertThat(targetsOf("noreply@" + other)).isEmpty();

        api.patch("/api/v1/domains/" + other, "{'enabled': false}");
        assertThat(PostfixMap.of("sender_login").ask("noreply@" + other)).isEmpty();

        api.patch("/api/v1/mailboxes/alice@" + domain, "{'enabled': false}");
        assertThat(loginsOf("bob")).containsExactly("bob@" + domain);
    }

    @Test
    void ownersMaySendAsThemselvesAndAsTheirAliases() throws SQLException {
        api.newMailbox("alice@" + domain);
        api.newMailbox("bob@" + domain);
        alias("team@" + domain, "carol@elsewhere.example", "bob+team@" + domain, "alice@" + domain);
        alias("away@" + domain, "carol@elsewhere.example");
        alias("@" + domain, "alice@" + domain);

        assertThat(loginsOf("alice")).containsExactly("alice@" + domain);
        assertThat(loginsOf("team")).containsExactlyInAnyOrder("alice@" + domain, "bob@" + domain);
        assertThat(loginsOf("away")).isEmpty();
        assertThat(loginsOf("")).isEmpty();

        api.patch("/api/v1/mailboxes/alice@" + domain, "{'enabled': false}");

        assertThat(loginsOf("alice")).isEmpty();
        assertThat(loginsOf("team")).containsExactly("bob@" + domain);
    }

    @Test
    void whoSendsForTheDomainMaySendAsEveryAddressOfIt() throws SQLException {
        api.newMailbox("alice@" + domain);
        api.newMailbox("bob@" + domain);
        api.put("/api/v1/mailboxes/alice@%s/sending".formatted(domain), "{'sendsForDomain': true}");

        assertThat(loginsOf("bob")).containsExactlyInAnyOrder("alice@" + domain, "bob@" + domain);
        assertThat(loginsOf("nobody")).containsExactly("alice@" + domain);
    }

    @Test
    void aHyphenBeginsADetailWhereTheDomainSaysSo() throws SQLException {
        api.newMailbox("ann@" + domain);
        alias("team@" + domain, "ann@" + domain);
        assertThat(detailOf("ann-news")).isEmpty();

        api.patch("/api/v1/domains/" + domain, "{'detailSeparator': '-'}");

        assertThat(detailOf("ann-news")).containsExactly("ann+news@" + domain);
        assertThat(detailOf("ann-a-b-c-d-e-f")).containsExactly("ann+a-b-c-d-e-f@" + domain);
        assertThat(detailOf("team-x")).containsExactly("team+x@" + domain);
        assertThat(detailOf("ann")).isEmpty();
        assertThat(detailOf("-ann")).isEmpty();
        assertThat(detailOf("nobody-x")).isEmpty();
        assertThat(detailOf("ann'-x")).isEmpty();
        assertThat(loginsOf("ann-news")).containsExactly("ann@" + domain);
        assertThat(loginsOf("team-x")).containsExactly("ann@" + domain);
    }

    @Test
    void aNameThatIsHeldIsNobodysDetailEvenWhenItTakesNoMail() throws SQLException {
        api.patch("/api/v1/domains/" + domain, "{'detailSeparator': '-'}");
        api.newMailbox("ann@" + domain);
        api.newMailbox("ann-marie@" + domain);

        assertThat(detailOf("ann-marie")).isEmpty();
        assertThat(detailOf("ann-marie-x")).containsExactly("ann-marie+x@" + domain);
        assertThat(loginsOf("ann-marie-x")).containsExactly("ann-marie@" + domain);

        api.patch("/api/v1/mailboxes/ann-marie@" + domain, "{'enabled': false}");

        assertThat(detailOf("ann-marie")).isEmpty();
        assertThat(detailOf("ann-marie-x")).isEmpty();
        assertThat(loginsOf("ann-marie")).isEmpty();
        assertThat(loginsOf("ann-marie-x")).isEmpty();
    }

    @Test
    void aPlusSignIsRefusedWhereItBeginsNoDetail() throws SQLException {
        api.newMailbox("ann@" + domain);
        assertThat(refusalOf("ann+x")).isEmpty();

        api.patch("/api/v1/domains/" + domain, "{'detailSeparator': 'none'}");
        assertThat(refusalOf("ann+x")).singleElement().asString().startsWith("550 5.1.1 ");
        assertThat(refusalOf("ann")).isEmpty();
        assertThat(detailOf("ann-x")).isEmpty();

        alias("@" + domain, "ann@" + domain);
        assertThat(refusalOf("ann+x")).isEmpty();
    }

    @Test
    void dovecotSeesEveryMailboxWithAHashItUnderstands() throws SQLException {
        var password = api.newMailbox("alice@" + domain);

        var hash = dovecot("password_hash");
        assertThat(hash).matches("\\{ARGON2ID}\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[^$]+\\$[^$]+");
        assertThat(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()
                        .matches(password, hash.substring("{ARGON2ID}".length())))
                .isTrue();
        assertThat(dovecot("quota_bytes")).isEqualTo("2147483648");
        assertThat(dovecot("enabled")).isEqualTo("1");
    }

    @Test
    void dovecotSeesAtOnceWhatChanges() throws SQLException {
        api.newMailbox("alice@" + domain);
        var hash = dovecot("password_hash");

        api.patch(
                "/api/v1/mailboxes/alice@" + domain,
                "{'password': 'nine green umbrellas', 'quotaBytes': 1073741824, 'enabled': false}");

        assertThat(dovecot("password_hash")).isNotEqualTo(hash);
        assertThat(dovecot("quota_bytes")).isEqualTo("1073741824");
        assertThat(dovecot("enabled")).isEqualTo("0");
    }

    @Test
    void aMailboxOfADisabledDomainIsDisabledForDovecot() throws SQLException {
        api.newMailbox("alice@" + domain);

        disableDomain();

        assertThat(dovecot("enabled")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"ingest", "dkim"})
    void dashboardsSeeTheFirstOperator(String user) throws SQLException {
        var hash = ask(user, user, "select password_hash from operator_view.operator where username = ?", "operator");

        assertThat(hash).hasSize(1).allSatisfy(value -> assertThat(value).startsWith("$argon2id$"));
        assertThat(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()
                        .matches(TestSecrets.OPERATOR_PASSWORD, hash.getFirst()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "postfix, postfix_view, select * from postern.mailbox",
        "postfix, postfix_view, select * from dovecot_view.mailbox",
        "postfix, postfix_view, select * from operator_view.operator",
        "postfix, postfix_view, select * from postern.api_token",
        "postfix, postfix_view, delete from postfix_view.domain",
        "postfix, postfix_view, create table postfix_view.mine (id int)",
        "dovecot, dovecot_view, select * from postern.mailbox",
        "dovecot, dovecot_view, select * from postfix_view.alias",
        "dovecot, dovecot_view, select * from operator_view.operator",
        "dovecot, dovecot_view, update dovecot_view.mailbox set enabled = 1",
        "ingest, ingest, select * from postern.operator",
        "ingest, ingest, update operator_view.operator set enabled = 1"
    })
    void readersReadNothingElseAndChangeNothing(String user, String schema, String statement) {
        assertThatThrownBy(() -> {
                    try (var connection = TestDatabase.connect(user, schema);
                            var attempt = connection.createStatement()) {
                        attempt.execute(statement);
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("denied");
    }

    private void alias(String address, String... targets) {
        var answer = api.post(
                "/api/v1/aliases",
                "{'address': '%s', 'targets': ['%s']}".formatted(address, String.join("', '", targets)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private void forward(String localPart, boolean keepsCopy, String... targets) {
        var answer = api.put(
                "/api/v1/mailboxes/%s@%s/forwarding".formatted(localPart, domain),
                "{'targets': ['%s'], 'keepsCopy': %s}".formatted(String.join("', '", targets), keepsCopy));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private List<String> stepsFrom(String localPart) throws SQLException {
        return ask(
                "ingest",
                "ingest",
                "select concat(target, ' ', outside) from sending_view.way where address = ?",
                localPart + "@" + domain);
    }

    private void disableDomain() {
        assertThat(api.patch("/api/v1/domains/" + domain, "{'enabled': false}").status())
                .isEqualTo(200);
    }

    private List<String> mailbox(String localPart) throws SQLException {
        return PostfixMap.of("mailbox").ask(localPart + "@" + domain);
    }

    private List<String> targetsOf(String address) throws SQLException {
        return PostfixMap.of("alias").ask(address);
    }

    private List<String> loginsOf(String localPart) throws SQLException {
        return PostfixMap.of("sender_login").ask(localPart + "@" + domain);
    }

    private List<String> detailOf(String localPart) throws SQLException {
        return PostfixMap.of("detail").ask(localPart + "@" + domain);
    }

    private List<String> refusalOf(String localPart) throws SQLException {
        return PostfixMap.of("refused").ask(localPart + "@" + domain);
    }

    private String dovecot(String column) throws SQLException {
        var values = ask(
                "dovecot",
                "dovecot_view",
                "select %s from mailbox where address = ?".formatted(column),
                "alice@" + domain);
        assertThat(values).hasSize(1);
        return values.getFirst();
    }

    private static List<String> postfix(String query, String key) throws SQLException {
        return ask("postfix", "postfix_view", query, key);
    }

    private static List<String> ask(String user, String schema, String query, String key) throws SQLException {
        var values = new ArrayList<String>();
        try (var connection = TestDatabase.connect(user, schema);
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, key);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
        }
        return values;
    }
}
