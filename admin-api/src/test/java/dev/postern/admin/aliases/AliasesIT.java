package dev.postern.admin.aliases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postern.admin.access.Acting;
import dev.postern.admin.access.Actor;
import dev.postern.admin.access.Denied;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.text.Note;
import dev.postern.common.mail.DomainName;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@AdminApiTest
class AliasesIT {

    private static final String PATH = "/api/v1/aliases/";

    @Autowired
    AdminApi api;

    @Autowired
    CreateDisposable createDisposable;

    private String domain = "";

    @BeforeEach
    void addDomainWithAMailbox() {
        domain = api.newDomain();
        api.newMailbox("alice@" + domain);
    }

    @Test
    void createsAnAliasToMailboxesAndAddressesElsewhere() {
        var created = create("Info@" + domain, "alice@" + domain, "Bob.B@elsewhere.example");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith(PATH + "info@" + domain);
        assertThat(targetsOf(created.body())).containsExactly("alice@" + domain, "Bob.B@elsewhere.example");
        assertThat(api.get(PATH + "info@" + domain).body()).isEqualTo(created.body());
    }

    @Test
    void createsACatchAll() {
        var created = create("@" + domain, "alice@" + domain);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("address")).isEqualTo("@" + domain);
        assertThat(api.get(PATH + "@" + domain).body()).isEqualTo(created.body());
        assertThat(api.delete(PATH + AdminApi.segment("@" + domain)).status()).isEqualTo(204);
    }

    @Test
    void keepsATargetWithADetail() {
        assertThat(targetsOf(create("lists@" + domain, "alice+lists@" + domain).body()))
                .containsExactly("alice+lists@" + domain);
    }

    @Test
    void dropsATargetThatIsNamedTwice() {
        assertThat(targetsOf(create("info@" + domain, "alice@" + domain, "alice@" + domain)
                        .body()))
                .containsExactly("alice@" + domain);
    }

    @Test
    void refusesAnAddressThatIsTaken() {
        create("info@" + domain, "alice@" + domain);

        Problem.in(create("INFO@" + domain, "alice@" + domain))
                .status(409)
                .field("address")
                .saying("an alias already");
        Problem.in(create("alice@" + domain, "bob@elsewhere.example"))
                .status(409)
                .field("address")
                .saying("a mailbox already");
    }

    @Test
    void refusesAnAliasThatLeadsToItself() {
        Problem.in(create("info@" + domain, "info@" + domain))
                .status(422)
                .field("targets")
                .saying("to itself");
        Problem.in(create("info@" + domain, "Info+x@" + domain))
                .status(422)
                .field("targets")
                .saying("to itself");
    }

    @Test
    void refusesAnotherAliasAsTarget() {
        create("info@" + domain, "alice@" + domain);

        Problem.in(create("hello@" + domain, "info@" + domain))
                .status(422)
                .field("targets")
                .saying("info@" + domain, "is an alias");
    }

    @Test
    void refusesATargetHereThatDoesNotExist() {
        Problem.in(create("info@" + domain, "nobody@" + domain))
                .status(422)
                .field("targets")
                .saying("no mailbox nobody@" + domain);
    }

    @Test
    void saysWhichTargetIsMalformed() {
        Problem.in(create("info@" + domain, "alice@" + domain, "bob@@elsewhere.example"))
                .status(422)
                .field("targets")
                .saying("'bob@@elsewhere.example'");
    }

    @Test
    void takesAHundredTargetsAndNoMore() {
        var hundred = IntStream.range(0, 100)
                .mapToObj(number -> "member%d@elsewhere.example".formatted(number))
                .toArray(String[]::new);
        var tooMany = IntStream.range(0, 101)
                .mapToObj(number -> "member%d@elsewhere.example".formatted(number))
                .toArray(String[]::new);

        assertThat(targetsOf(create("all@" + domain, hundred).body())).containsExactly(hundred);
        Problem.in(create("more@" + domain, tooMany))
                .status(422)
                .field("targets")
                .saying("1 and 100", "101");
        Problem.in(create("none@" + domain)).status(422).field("targets").saying("1 and 100");
    }

    @Test
    void refusesAnAliasInADomainThatIsNotHere() {
        Problem.in(create("@elsewhere.example", "alice@" + domain)).status(422).field("address");
    }

    @Test
    void letsAnAliasLeadElsewhere() {
        create("info@" + domain, "alice@" + domain);

        var changed = api.patch(PATH + "info@" + domain, "{'targets': ['bob@elsewhere.example']}");

        assertThat(targetsOf(changed.body())).containsExactly("bob@elsewhere.example");
        assertThat(changed.body().path("enabled").asBoolean()).isTrue();
    }

    @Test
    void changesNothingWhenATargetIsRefused() {
        create("info@" + domain, "alice@" + domain);

        var refused =
                api.patch(PATH + "info@" + domain, "{'enabled': false, 'targets': ['info@%s']}".formatted(domain));

        Problem.in(refused).status(422).field("targets");
        var alias = api.get(PATH + "info@" + domain).body();
        assertThat(targetsOf(alias)).containsExactly("alice@" + domain);
        assertThat(alias.path("enabled").asBoolean()).isTrue();
    }

    @Test
    void listsTheAliasesOfOneDomain() {
        create("info@" + domain, "alice@" + domain);
        create("@" + domain, "alice@" + domain);

        var page = api.get("/api/v1/aliases?domain=" + domain).body();

        assertThat(page.path("items")
                        .valueStream()
                        .map(item -> item.path("address").asString()))
                .containsExactly("@" + domain, "info@" + domain);
        assertThat(page.path("total").asInt()).isEqualTo(2);
    }

    @Test
    void keepsANoteAndWhenItEnds() {
        var end = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

        var created = api.post(
                "/api/v1/aliases",
                "{'address': 'trip@%1$s', 'targets': ['alice@%1$s'], 'note': 'Class trip', 'expiresAt': '%2$s'}"
                        .formatted(domain, end));

        assertThat(created.text("note")).isEqualTo("Class trip");
        assertThat(created.text("expiresAt")).isEqualTo(end.toString());
        assertThat(created.body().path("disposable").asBoolean(true)).isFalse();
        var changed = api.patch(PATH + "trip@" + domain, "{'note': 'Over', 'enabled': false}");
        assertThat(changed.text("expiresAt")).isEqualTo(end.toString());
        assertThat(api.patch(PATH + "trip@" + domain, "{'expiresAt': 'never'}")
                        .body()
                        .has("expiresAt"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01T00:00:00Z", "tomorrow", "2030-01-01", "'"})
    void refusesAnEndThatIsOverOrNoMoment(String end) {
        create("info@" + domain, "alice@" + domain);

        Problem.in(api.patch(PATH + "info@" + domain, "{'expiresAt': '%s'}".formatted(end.replace("'", ""))))
                .status(422)
                .field("expiresAt")
                .saying("never");
    }

    @Test
    void makesUpAnAddressToBeGivenAway() {
        var request = "{'domain': '%1$s', 'targets': ['alice@%1$s'], 'note': 'The shoe shop'}".formatted(domain);

        var first = api.post("/api/v1/aliases/disposable", request);
        var second = api.post("/api/v1/aliases/disposable", request);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).endsWith(PATH + first.text("address"));
        assertThat(first.text("address")).matches("[a-km-np-z2-9]{16}@" + domain);
        assertThat(second.text("address")).isNotEqualTo(first.text("address"));
        assertThat(first.body().path("disposable").asBoolean()).isTrue();
        assertThat(api.get(PATH + first.text("address")).body()).isEqualTo(first.body());
    }

    @Test
    void makesUpNoAddressOfWhichNobodyWillKnowWhoGotIt() {
        Problem.in(api.post(
                        "/api/v1/aliases/disposable",
                        "{'domain': '%1$s', 'targets': ['alice@%1$s'], 'note': ' '}".formatted(domain)))
                .status(422)
                .field("note")
                .saying("who gets");
    }

    @Test
    void anOwnerMakesUpAddressesForHimselfAlone() {
        var owner = Actor.mailbox("alice@" + domain, Optional.empty());
        var name = DomainName.parse(domain);
        var note = new Note("The shoe shop");

        assertThat(Acting.as(
                        owner,
                        () -> createDisposable.apply(
                                name, Targets.parse(List.of("alice+shop@" + domain)), note, Expiry.NEVER)))
                .isInstanceOf(Outcome.Done.class);
        assertThatExceptionOfType(Denied.class)
                .isThrownBy(() -> Acting.as(
                        owner,
                        () -> createDisposable.apply(
                                name,
                                Targets.parse(List.of("alice@" + domain, "x@elsewhere.example")),
                                note,
                                Expiry.NEVER)));
    }

    @Test
    void listsTheAliasesThatLeadToAMailbox() {
        var other = api.newDomain();
        create("info@" + domain, "alice@" + domain, "bob@elsewhere.example");
        create("news@" + other, "Alice+news@" + domain);
        create("away@" + domain, "bob@elsewhere.example");

        var aliases = api.get("/api/v1/mailboxes/alice@%s/aliases".formatted(domain));

        assertThat(aliases.body()
                        .valueStream()
                        .map(alias -> alias.path("address").asString()))
                .containsExactlyInAnyOrder("info@" + domain, "news@" + other);
    }

    @Test
    void saysThatThereIsNoSuchAlias() {
        var path = PATH + "nobody@" + domain;

        Problem.in(api.get(path)).status(404).saying("nobody@" + domain);
        Problem.in(api.patch(path, "{'enabled': true}")).status(404);
        Problem.in(api.delete(path)).status(404);
    }

    private Api.Answer create(String address, String... targets) {
        var list = Arrays.stream(targets).collect(Collectors.joining("', '", "'", "'"));
        return api.post(
                "/api/v1/aliases",
                "{'address': '%s', 'targets': [%s]}".formatted(address, targets.length == 0 ? "" : list));
    }

    private static List<String> targetsOf(JsonNode alias) {
        return alias.path("targets").valueStream().map(JsonNode::asString).toList();
    }
}
