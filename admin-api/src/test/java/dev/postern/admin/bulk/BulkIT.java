package dev.postern.admin.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.Chromium;
import dev.postern.admin.testing.Chromium.Look;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Api.Answer;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestSecrets;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class BulkIT {

    @Autowired
    AdminApi api;

    private String domain = "";

    @BeforeEach
    void addDomain() {
        domain = api.newDomain();
    }

    @Test
    void makesTheMailboxesOfAFileWithPasswordsThatAreMadeChosenOrHashed() {
        var csv = """
                address,displayName,password,quotaBytes,enabled,note
                made@D,"Made, for you",,1073741824,yes,
                chosen@D,Chosen,nine green umbrellas,,,
                hashed@D,,{SHA512-CRYPT}$6$rounds=5000$saltsalt$6ZFDhjLLdSn4iEiBhDV3tFhbXGBM5cVeQHpMMsyFA1pMzi4RnhG5LQv.xRwYZ4zRPTLsTwDOOe1JbdrLyK1dv0,,no,'=note
                """.replace("@D", "@" + domain);

        var seen = send("mailboxes", true, csv);
        assertThat(seen.status()).as(seen.toString()).isEqualTo(200);
        assertThat(seen.body().path("problemCount").asInt()).as(seen.content()).isZero();
        assertThat(api.get("/api/v1/mailboxes?domain=" + domain)
                        .body()
                        .path("total")
                        .asInt())
                .isZero();

        var made = send("mailboxes", false, csv);

        assertThat(made.body().path("imported").asBoolean()).isTrue();
        assertThat(made.body().path("passwords")).hasSize(1);
        assertThat(signsIn(
                        "made@" + domain,
                        made.body().path("passwords").get(0).path("password").asString()))
                .isTrue();
        assertThat(signsIn("chosen@" + domain, "nine green umbrellas")).isTrue();
        var hashed = api.get("/api/v1/mailboxes/hashed@" + domain);
        assertThat(hashed.body().path("enabled").asBoolean()).isFalse();
        assertThat(hashed.text("note")).isEqualTo("=note");
        assertThat(api.get("/api/v1/audit?action=mailbox.created&subject=made@" + domain)
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(api.get("/api/v1/audit/check").body().path("whole").asBoolean(true))
                .isTrue();
    }

    @Test
    void tellsOfEachLineWhatIsWrongAndMakesNothing() {
        api.newMailbox("there@" + domain);
        api.newMailbox("gone@" + domain);
        api.delete("/api/v1/mailboxes/gone@" + domain);
        var csv = """
                address,quotaBytes,password
                good@D,,
                there@D,,
                gone@D,,
                not an address,,
                good@D,,
                weak@D,many,short
                x@nowhere.example,,
                one,two
                """.replace("@D", "@" + domain);

        var refused = send("mailboxes", false, csv);

        assertThat(refused.status()).isEqualTo(422);
        var lines = refused.body()
                .path("lines")
                .valueStream()
                .map(line ->
                        line.path("line").asInt() + " " + line.path("field").asString())
                .toList();
        assertThat(lines)
                .contains(
                        "3 address",
                        "4 address",
                        "5 address",
                        "6 address",
                        "7 quotaBytes",
                        "7 password",
                        "8 address",
                        "9 ");
        assertThat(refused.content())
                .contains("lies in the bin", "stands in line 2 already", "no domain nowhere.example");
        assertThat(api.get("/api/v1/mailboxes/good@" + domain).status()).isEqualTo(404);
    }

    @Test
    void keepsWithinTheLimitsOfADomain() {
        api.put("/api/v1/domains/%s/limits".formatted(domain), "{'mailboxes': 2}");
        var csv = "address\n"
                + IntStream.range(0, 3)
                        .mapToObj(n -> "u%d@%s\n".formatted(n, domain))
                        .collect(Collectors.joining());

        var refused = send("mailboxes", false, csv);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.content()).contains("may have 2 mailboxes");
    }

    @Test
    void refusesWhatIsNoSuchFile() {
        for (var csv : new String[] {"\n", "nonsense\nx\n", "address,address\nx,y\n", "address\n\"never ending"}) {
            assertThat(send("mailboxes", false, csv).status()).as(csv).isEqualTo(422);
            assertThat(send("aliases", false, csv).status()).as(csv).isEqualTo(422);
        }
        assertThat(api.get("/api/v1/mailboxes?domain=" + domain)
                        .body()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void letsAdministratorsImportIntoTheirDomainsAlone() {
        var other = api.newDomain();
        var answer = api.post(
                "/api/v1/tokens",
                "{'name': '%s', 'role': 'domain_administrator', 'domains': ['%s'], 'scopes': ['accounts:read', 'accounts:write']}"
                        .formatted(AdminApi.unique("t"), domain));
        var token = answer.text("token");

        assertThat(send("mailboxes", false, "address\na@%s\n".formatted(domain), token)
                        .status())
                .isEqualTo(200);
        var refused = send("mailboxes", false, "address\nb@%s\nb@%s\n".formatted(domain, other), token);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.content()).contains("There is no domain " + other);
        assertThat(send("aliases", false, "address,targets\ni@%s,x@elsewhere.example\n".formatted(other), token)
                        .content())
                .contains("There is no domain " + other);
        assertThat(send("mailboxes", true, "address\n", "wrong").status()).isEqualTo(401);
    }

    @Test
    void makesTheAliasesOfAFileAllOrNone() {
        api.newMailbox("alice@" + domain);
        var good = "address;targets;note\ninfo@D;alice@D far@elsewhere.example;Shop\n@D;alice@D;\n"
                .replace("@D", "@" + domain);
        var bad = good + "bad@%s;nobody@%s;\n".formatted(domain, domain);

        var refused = send("aliases", false, bad);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("lines").get(0).path("line").asInt()).isEqualTo(4);
        assertThat(send("aliases", true, good).body().path("problemCount").asInt())
                .isZero();
        assertThat(api.get("/api/v1/aliases?domain=" + domain)
                        .body()
                        .path("total")
                        .asInt())
                .isZero();

        assertThat(send("aliases", false, good).body().path("imported").asBoolean())
                .isTrue();
        assertThat(api.get("/api/v1/aliases?domain=" + domain)
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void exportsWhatAnImportReads() {
        send("mailboxes", false, "address,note,displayName\na@D,'=1+1,Zoë\nb@D,plain,\n".replace("@D", "@" + domain));

        var csv = api.get("/api/v1/mailboxes/export?domain=" + domain).content();

        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).contains("'=1+1", "Zoë").doesNotContain("argon2");
        var elsewhere = api.newDomain();
        assertThat(send("mailboxes", false, csv.replace(domain, elsewhere)).status())
                .isEqualTo(200);
        assertThat(api.get("/api/v1/mailboxes/a@" + elsewhere).text("note")).isEqualTo("=1+1");
        assertThat(api.get("/api/v1/mailboxes/export?domain=%s&q=plain".formatted(domain))
                        .content()
                        .lines())
                .hasSize(2);
    }

    @Test
    void doesTheSameToAllThatAreNamedOrToNone() {
        send("mailboxes", false, "address\na@D\nb@D\n".replace("@D", "@" + domain));
        var both = "'a@%1$s', 'b@%1$s'".formatted(domain);

        assertThat(bulk("mailboxes", both, "'action': 'set-quota', 'quotaBytes': 3221225472")
                        .status())
                .isEqualTo(200);
        assertThat(bulk("mailboxes", both, "'action': 'disable'")
                        .body()
                        .path("changed")
                        .asInt())
                .isEqualTo(2);
        assertThat(api.get("/api/v1/mailboxes/b@" + domain)
                        .body()
                        .path("enabled")
                        .asBoolean(true))
                .isFalse();
        Problem.in(bulk("mailboxes", both + ", 'c@%s'".formatted(domain), "'action': 'enable'"))
                .status(422)
                .field("addresses")
                .saying("c@" + domain, "Nothing was changed");
        assertThat(api.get("/api/v1/mailboxes/a@" + domain)
                        .body()
                        .path("enabled")
                        .asBoolean(true))
                .isFalse();
        Problem.in(bulk("mailboxes", both, "'action': 'set-quota'")).status(422).field("quotaBytes");
        Problem.in(bulk("mailboxes", both, "'action': 'explode'")).status(422).field("action");
        assertThat(bulk("mailboxes", both, "'action': 'delete'").status()).isEqualTo(200);
        assertThat(api.get("/api/v1/mailboxes?domain=" + domain)
                        .body()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void pagesImportMendAndChangeWithoutAScript() {
        var page = Chromium.operator(api, Look.DESK.withoutScript());
        page.navigate("/mailboxes/import");
        page.fill("#import-text", "address\na@%1$s\nbad\n".formatted(domain));
        page.click("text=Look it through");
        assertThat(page.innerText("[role=alert]")).contains("1 problems", "address");
        page.fill("#import-text", "address\na@%1$s\nb@%1$s\n".formatted(domain));
        page.click("button:has-text('Look it through')");
        assertThat(page.innerText("[role=status]")).contains("2 lines");
        page.click("main button[value=true]");
        assertThat(page.inputValue("#import-passwords")).contains("a@" + domain, "b@" + domain);

        page.navigate("/mailboxes?domain=" + domain);
        page.check("input[value='a@%s']".formatted(domain));
        page.check("input[value='b@%s']".formatted(domain));
        page.selectOption("#bulk-action", "disable");
        page.click("#bulk button");
        assertThat(page.innerText("[role=status]")).contains("2 are out of use");
        assertThat(api.get("/api/v1/mailboxes/a@" + domain)
                        .body()
                        .path("enabled")
                        .asBoolean(true))
                .isFalse();
        page.selectOption("#bulk-action", "delete");
        page.click("#bulk button");
        assertThat(page.innerText("[role=alert]")).contains("between 1 and 500");
        page.context().close();
    }

    private Answer bulk(String what, String addresses, String action) {
        return api.post("/api/v1/%s/bulk".formatted(what), "{'addresses': [%s], %s}".formatted(addresses, action));
    }

    private boolean signsIn(String address, String password) {
        return api.call("GET", "/api/v1/self/addresses", null, Api.basic(address, password))
                        .status()
                == 200;
    }

    private Answer send(String what, boolean dryRun, String csv) {
        return send(what, dryRun, csv, TestSecrets.TOKEN);
    }

    private Answer send(String what, boolean dryRun, String csv, String token) {
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(
                    HttpRequest.newBuilder(api.page("/api/v1/%s/import?dryRun=%s".formatted(what, dryRun)))
                            .header("Authorization", Api.bearer(token))
                            .header("Content-Type", "text/csv")
                            .POST(BodyPublishers.ofString(csv))
                            .build(),
                    BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
