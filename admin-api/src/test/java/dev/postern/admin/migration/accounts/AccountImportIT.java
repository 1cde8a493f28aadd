package dev.postern.admin.migration.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Api.Answer;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class AccountImportIT {

    private static final String PATH = "/api/v1/migrations/accounts?format=postfixadmin-csv";
    private static final String HASH =
            "{SHA512-CRYPT}$6$.zhf2e1RXj683.cz$b6rpPYIQSbuXAl0LiGmmxi/OvPfuRUeHIesWlaQDyvVaKwrZnb5uJp5/OErA6W1nuj9sxgOjlx5ypBSU4/f9l1";

    @Autowired
    AdminApi api;

    private String domain = "";

    @BeforeEach
    void nameADomain() {
        domain = AdminApi.unique("old") + ".example";
    }

    @Test
    void saysWhatWouldComeOfItAndChangesNothing() {
        var answer = export().to(api, PATH);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body().path("dryRun").asBoolean()).isTrue();
        assertThat(answer.body().at("/domains/0").asString()).isEqualTo(domain);
        assertThat(answer.body().at("/mailboxes/0/address").asString()).isEqualTo("ann@" + domain);
        assertThat(answer.body().at("/mailboxes/0/password").asString()).isEqualTo("kept");
        assertThat(answer.body().at("/mailboxes/1/password").asString()).isEqualTo("new");
        assertThat(answer.body().at("/aliases/0/targets/0").asString()).isEqualTo("ann@" + domain);
        assertThat(answer.body().at("/remarks/0/code").asString()).isEqualTo("password_missing");
        assertThat(answer.body().at("/remarks/0/text").asString()).contains("no password");
        assertThat(answer.body().has("passwords")).isFalse();
        assertThat(api.get("/api/v1/domains/" + domain).status()).isEqualTo(404);
    }

    @Test
    void isForOwnersAlone() {
        var token = api.post(
                        "/api/v1/tokens",
                        "{'name': '%s', 'role': 'auditor', 'scopes': ['platform:read', 'platform:write']}"
                                .formatted(AdminApi.unique("t")))
                .text("token");

        assertThat(export().to(api, PATH, token).status()).isEqualTo(403);
        assertThat(export().to(api, PATH, "nobody's").status()).isEqualTo(401);
    }

    @Test
    void takesOverEverythingAndTellsNewPasswordsOnce() throws SQLException {
        var answer = export().to(api, PATH + "&dryRun=false");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body().path("dryRun").asBoolean()).isFalse();
        assertThat(answer.body().at("/passwords/0/address").asString()).isEqualTo("bob@" + domain);
        var read = api.get("/api/v1/domains/" + domain).body();
        assertThat(read.path("note").asString()).isEqualTo("The old one");
        assertThat(read.at("/limits/mailboxes").asInt()).isEqualTo(10);
        assertThat(api.get("/api/v1/mailboxes/ann@" + domain)
                        .body()
                        .path("quotaBytes")
                        .asLong())
                .isEqualTo(1L << 30);
        assertThat(api.get("/api/v1/aliases/info@" + domain)
                        .body()
                        .at("/targets/0")
                        .asString())
                .isEqualTo("ann@" + domain);
        assertThat(dovecotHash("ann@" + domain)).isEqualTo(HASH);
        assertThat(ownAddresses(
                                "bob@" + domain,
                                answer.body().at("/passwords/0/password").asString())
                        .status())
                .isEqualTo(200);

        assertThat(export().to(api, PATH + "&dryRun=false")
                        .body()
                        .path("present")
                        .size())
                .isEqualTo(4);
    }

    @Test
    void hashesAPasswordAnewWhenItsOwnerSignsIn() throws SQLException {
        export().to(api, PATH + "&dryRun=false");

        assertThat(ownAddresses("ann@" + domain, "geheim1234 a").status()).isEqualTo(401);
        assertThat(dovecotHash("ann@" + domain)).isEqualTo(HASH);
        assertThat(ownAddresses("ann@" + domain, "geheim1234 ä").status()).isEqualTo(200);

        assertThat(dovecotHash("ann@" + domain)).startsWith("{ARGON2ID}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(ownAddresses("ann@" + domain, "geheim1234 ä").status()).isEqualTo(200);
        assertThat(api.get("/api/v1/audit?subject=ann@" + domain).content())
                .contains("mailbox.password-rehashed", "SHA512-CRYPT")
                .doesNotContain("$6$");
    }

    @Test
    void takesNothingWhenSomethingCannotBeTakenUnlessItMayStayBehind() {
        var broken = export().file("more.csv", "address,goto,active\nx@nowhere.example,ann@%s,1\n".formatted(domain));

        Problem.in(broken.to(api, PATH + "&dryRun=false"))
                .status(422)
                .field("leaveOut")
                .saying("1 entries", "nothing was");
        assertThat(api.get("/api/v1/domains/" + domain).status()).isEqualTo(404);

        assertThat(broken.to(api, PATH + "&dryRun=false&leaveOut=true").status())
                .isEqualTo(200);
        assertThat(api.get("/api/v1/mailboxes/ann@" + domain).status()).isEqualTo(200);
    }

    @Test
    void takesNothingWhenADomainHasNoRoom() {
        var full = api.newDomain();
        api.put("/api/v1/domains/%s/limits".formatted(full), "{'mailboxes': 1}");
        var both =
                export().file("more.csv", "username,password,quota,active\na@%1$s,,0,1\nb@%1$s,,0,1\n".formatted(full));

        Problem.in(both.to(api, PATH + "&dryRun=false")).status(422).saying(full, "1 mailboxes");

        assertThat(api.get("/api/v1/domains/" + domain).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/mailboxes/a@" + full).status()).isEqualTo(404);
    }

    @Test
    void saysWhatIsMissing() {
        Problem.in(export().to(api, "/api/v1/migrations/accounts")).status(422).field("format");
        Problem.in(export().to(api, "/api/v1/migrations/accounts?format=exchange"))
                .status(422)
                .field("format")
                .saying("docker-mailserver");
        Problem.in(new Upload().field("x", "y").to(api, PATH)).status(422).field("files");
    }

    private Upload export() {
        return new Upload()
                .file(
                        "domain.csv",
                        "domain,description,aliases,mailboxes,maxquota,quota,active\n%s,The old one,50,10,0,0,1\n"
                                .formatted(domain))
                .file(
                        "mailbox.csv",
                        "username,password,quota,active\nann@%1$s,%2$s,1073741824,1\nbob@%1$s,,0,1\n"
                                .formatted(domain, HASH))
                .file("alias.csv", "address,goto,active\ninfo@%1$s,ann@%1$s,1\n".formatted(domain));
    }

    private Answer ownAddresses(String address, String password) {
        return api.call("GET", "/api/v1/self/addresses", null, Api.basic(address, password));
    }

    private static String dovecotHash(String address) throws SQLException {
        try (var connection = TestDatabase.connect("dovecot", "dovecot_view");
                var statement = connection.prepareStatement("select password_hash from mailbox where address = ?")) {
            statement.setString(1, address);
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        }
    }
}
