package dev.postern.dkim.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.testing.Api;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestSecrets;
import dev.postern.dkim.testing.RunningService;
import dev.postern.dkim.testing.StoredKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The API as scripts use it. There is no database all the while. */
@ExtendWith(OutputCaptureExtension.class)
class KeysIT {

    private static final String KEYS = "/api/v1/keys";

    @TempDir
    static Path folder;

    private static RunningService service;

    private Api api;
    private StoredKeys stored;
    private String domain;

    @BeforeAll
    static void start() {
        service = RunningService.start(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void takeADomainThatNoOtherTestHas() {
        api = service.api();
        stored = new StoredKeys(folder);
        domain = "d-%s.example".formatted(UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void makesTheFirstPairAndSaysWhatToPublish() {
        var before = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        var answer = create(domain, "Jan");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith(KEYS + "/" + domain);
        assertThat(answer.text("domain")).isEqualTo(domain);
        assertThat(answer.text("active")).isEqualTo("jan");
        var pair = answer.body().path("pairs").path(0);
        assertThat(pair.path("active").asBoolean()).isTrue();
        assertThat(Instant.parse(pair.path("created").asString())).isBetween(before, Instant.now());
        assertThat(pair.path("keys").size()).isEqualTo(2);
        pair.path("keys").forEach(key -> {
            var selector = key.path("selector").asString();
            var record = key.path("record");
            assertThat(selector).isEqualTo("jan-" + key.path("algorithm").asString());
            assertThat(record.path("name").asString()).isEqualTo("%s._domainkey.%s".formatted(selector, domain));
            assertThat(record.path("type").asString()).isEqualTo("TXT");
            assertThat(record.path("value").asString()).isEqualTo(stored.recordOf(domain, selector));
            assertThat(record.path("strings").valueStream().map(part -> part.asString()))
                    .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(255))
                    .satisfies(parts -> assertThat(String.join("", parts))
                            .isEqualTo(record.path("value").asString()));
            assertThat(record.path("zoneLine").asString())
                    .startsWith("%s._domainkey.%s. IN TXT ( \"v=DKIM1; ".formatted(selector, domain));
        });
    }

    @Test
    void showsTheSameAgainAndListsIt() {
        var made = create(domain, "jan");

        assertThat(api.get(KEYS + "/" + domain).body()).isEqualTo(made.body());
        assertThat(api.get(KEYS).body().path("domains").valueStream())
                .filteredOn(entry -> entry.path("domain").asString().equals(domain))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.path("active").asString()).isEqualTo("jan");
                    assertThat(entry.path("selectors").toString()).isEqualTo("[\"jan\"]");
                });
    }

    @Test
    void namesAPairByTheDateUnlessToldOtherwise() {
        var answer = api.post(KEYS, "{'domain': '%s'}".formatted(domain));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("active")).matches("20\\d{6}");
    }

    @Test
    void changesFromOnePairToTheNext() throws IOException {
        create(domain, "jan");

        var made = create(domain, "jul");

        assertThat(made.text("active")).isEqualTo("jan");
        assertThat(Files.readString(folder.resolve("rsa.map"))).contains(domain + " jan-rsa\n");

        var changed = activate(domain, "JUL");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("active")).isEqualTo("jul");
        assertThat(changed.body()
                        .path("pairs")
                        .valueStream()
                        .map(pair -> pair.path("active").asBoolean()))
                .containsExactly(true, false);
        assertThat(Files.readString(folder.resolve("rsa.map")))
                .contains(domain + " jul-rsa\n")
                .doesNotContain(domain + " jan-rsa\n");
        assertThat(activate(domain, "jul").status()).isEqualTo(200);
    }

    @Test
    void takesDomainsAsPeopleWriteThem() {
        var unicode = "B\u00fccher-" + domain;

        var answer = create(unicode, "jan");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.text("domain")).startsWith("xn--").isLowerCase();
        assertThat(api.get(KEYS + "/" + answer.text("domain")).status()).isEqualTo(200);
    }

    @Test
    void saysWhatIsTaken() {
        create(domain, "jan");

        Problem.in(create(domain, "jan")).status(409).field("selector").saying(domain, "jan");
    }

    @Test
    void saysWhatIsNotThere() {
        Problem.in(api.get(KEYS + "/" + domain)).status(404).saying("no keys for " + domain);
        Problem.in(activate(domain, "jan")).status(404).saying(domain, "jan");
        create(domain, "jan");
        Problem.in(activate(domain, "feb")).status(404).saying("no keys with the selector feb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "../../../etc",
                "example.com/../../x",
                "/etc/passwd",
                "a/b",
                "a\\\\b",
                "a b.example",
                "a..example",
                "-a.example",
                "a.example\\n",
                "a.example\\u0000",
                "127.0.0.1",
                "[192.0.2.1]",
                "a.example;reboot",
                "<script>",
                "\u202eexample.com"
            })
    void refusesWhatIsNoDomain(String text) {
        var before = stored.modes();

        Problem.in(create(text, "jan")).status(422).field("domain");

        assertThat(stored.modes()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../jan",
                "a/b",
                "a.b",
                "-a",
                "a-",
                "a b",
                "a\\n20251201 2025-12-01T07:00:12Z active",
                "a\\u0000",
                "\u00e9t\u00e9",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesWhatIsNoSelector(String text) {
        create(domain, "jan");
        var before = stored.modes();

        Problem.in(create(domain, text)).status(422).field("selector");
        Problem.in(activate(domain, text)).status(422).field("selector");

        assertThat(stored.modes()).isEqualTo(before);
    }

    @Test
    void refusesADomainThatLeavesNoRoomForASelector() {
        var longest = ("a".repeat(49) + ".").repeat(5) + "abc";

        Problem.in(create(longest, "jan")).status(422).field("selector").saying("DNS allows 253");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | domain",
                "{'domain': null} | 422 | domain",
                "{'domain': 7} | 422 | domain",
                "{'domain': 'a.example', 'selctor': 'jan'} | 400 | ''",
                "{'domain': ['a.example']} | 400 | ''",
                "{'domain': | 400 | ''",
                "null | 400 | ''",
                "'text' | 400 | ''",
                "[] | 400 | ''"
            },
            quoteCharacter = '`')
    void refusesABodyThatMakesNoSense(String body, int status, String field) {
        var before = stored.modes();

        var refusal = Problem.in(api.post(KEYS, body)).status(status);

        if (!field.equals("''")) {
            refusal.field(field);
        }
        assertThat(stored.modes()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/keys/a%20b",
        "GET, /api/v1/keys/.hidden",
        "PUT, /api/v1/keys/%3Cscript%3E/active",
    })
    void refusesAnAddressWithoutADomain(String method, String path) {
        Problem.in(api.call(method, path, method.equals("PUT") ? "{'selector': 'jan'}" : null, token()))
                .status(422)
                .field("domain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2F..%2Fetc", "%2e%2e", "a%00b", "a%5Cb", "..;x", "a%0Ab"})
    void doesNotFollowAPathOutOfTheStore(String segment) {
        var answer = api.get(KEYS + "/" + segment);

        assertThat(answer.status()).isIn(400, 404, 422);
        assertThat(answer.content()).doesNotContain("root:", folder.toString());
    }

    @Test
    void refusesWhatTheApiDoesNotHave() {
        Problem.in(api.get("/api/v1/nothing")).status(404);
        Problem.in(api.call("DELETE", KEYS + "/" + domain, null, token())).status(405);
        assertThat(api.call("DELETE", KEYS, null, token()).header("Allow")).contains("GET", "POST");
    }

    @Test
    void neverTellsAPrivateKey(CapturedOutput log) throws IOException {
        var answers = List.of(
                create(domain, "jan"),
                create(domain, "feb"),
                create(domain, "feb"),
                activate(domain, "feb"),
                api.get(KEYS + "/" + domain),
                api.get(KEYS),
                withDamage(() -> api.get(KEYS + "/" + domain)));

        var secrets = stored.secrets();
        assertThat(secrets).hasSizeGreaterThan(4);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.content())
                        .doesNotContain("PRIVATE KEY")
                        .doesNotContain(secrets));
        assertThat(log.getAll())
                .contains("Made DKIM keys jan for " + domain)
                .contains("The DKIM keys feb of %s are the active ones now".formatted(domain))
                .doesNotContain("PRIVATE KEY")
                .doesNotContain(secrets);
    }

    @Test
    void isNotReadyWhileAFileIsDamagedAndRecoversByItself(CapturedOutput log) throws IOException {
        create(domain, "jan");
        assertThat(readiness()).isEqualTo(200);

        withDamage(() -> {
            assertThat(readiness()).isEqualTo(503);
            assertThat(api.management("/actuator/health/liveness").status()).isEqualTo(200);
            Problem.in(api.get(KEYS)).status(503).saying("cannot be read or written");
            Problem.in(create(domain, "feb")).status(503);
            Problem.in(activate(domain, "jan")).status(503);
            return api.get(KEYS + "/" + domain);
        });

        assertThat(log.getAll()).contains("domains/" + domain);
        assertThat(readiness()).isEqualTo(200);
        assertThat(api.get(KEYS + "/" + domain).text("active")).isEqualTo("jan");
    }

    @Test
    void answersThatKeysCannotBeWritten() throws IOException {
        var obstacle = Files.createDirectories(stored.folderOf(domain).resolve("jan-rsa.key/in the way"));

        Problem.in(create(domain, "jan")).status(503).saying("cannot be read or written");

        Problem.in(api.get(KEYS + "/" + domain)).status(404);
        Files.delete(obstacle);
        Files.delete(obstacle.getParent());
        assertThat(create(domain, "jan").status()).isEqualTo(201);
    }

    private interface Request {

        Api.Answer send();
    }

    private Api.Answer withDamage(Request request) throws IOException {
        var pairs = stored.folderOf(domain).resolve("pairs");
        var content = Files.readString(pairs);
        Files.writeString(pairs, content.substring(0, content.length() / 2));
        try {
            return request.send();
        } finally {
            Files.writeString(pairs, content);
        }
    }

    private int readiness() {
        return api.management("/actuator/health/readiness").status();
    }

    private Api.Answer create(String name, String selector) {
        return api.post(KEYS, "{'domain': '%s', 'selector': '%s'}".formatted(name, selector));
    }

    private Api.Answer activate(String name, String selector) {
        return api.put("%s/%s/active".formatted(KEYS, name), "{'selector': '%s'}".formatted(selector));
    }

    private static String token() {
        return Api.bearer(TestSecrets.TOKEN);
    }
}
