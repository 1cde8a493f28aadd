package dev.postern.admin.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Problem;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class MailboxesIT {

    private static final String PATH = "/api/v1/mailboxes/";

    @Autowired
    AdminApi api;

    @Test
    void createsAMailboxWithTheUsualQuotaAndTellsTheGeneratedPasswordOnce() {
        var address = "alice@" + api.newDomain();

        var created = api.post("/api/v1/mailboxes", "{'address': '%s'}".formatted(address));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith(PATH + address);
        assertThat(created.body().path("quotaBytes").asLong()).isEqualTo(2L << 30);
        assertThat(created.text("password")).matches("([a-km-np-z2-9]{5}-){4}[a-km-np-z2-9]{5}");
        assertThat(api.get(PATH + address).body().has("password")).isFalse();
    }

    @Test
    void doesNotRepeatAPasswordThatWasGiven() {
        var created = api.post(
                "/api/v1/mailboxes",
                "{'address': 'bob@%s', 'password': 'nine green umbrellas'}".formatted(api.newDomain()));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().has("password")).isFalse();
    }

    @Test
    void keepsWhoseItIsAndWhyItIsOutOfUse() {
        var path = PATH + "alice@" + api.newDomain();

        var created = api.post(
                "/api/v1/mailboxes",
                "{'address': '%s', 'displayName': ' 山田 太郎 ', 'note': 'Room 12'}"
                        .formatted(path.substring(PATH.length())));
        assertThat(created.text("displayName")).isEqualTo("山田 太郎");
        assertThat(created.text("note")).isEqualTo("Room 12");
        assertThat(created.text("disabledReason")).isEmpty();

        var disabled = api.patch(path, "{'enabled': false, 'disabledReason': 'Left in May', 'displayName': 'T. Y.'}");
        assertThat(disabled.text("disabledReason")).isEqualTo("Left in May");
        assertThat(disabled.text("displayName")).isEqualTo("T. Y.");
        assertThat(api.patch(path, "{'note': ''}").text("disabledReason")).isEqualTo("Left in May");

        assertThat(api.patch(path, "{'enabled': true}").text("disabledReason")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"displayName", "note", "disabledReason"})
    void refusesTextThatWouldNotStayWhereItIsShown(String field) {
        var path = PATH + "alice@" + api.newDomain();
        api.newMailbox(path.substring(PATH.length()));

        Problem.in(api.patch(path, "{'%s': 'a\\u0000b'}".formatted(field)))
                .status(422)
                .field(field);
        Problem.in(api.patch(path, "{'%s': '%s'}".formatted(field, "x".repeat(300))))
                .status(422)
                .field(field)
                .saying("at most");
    }

    @Test
    void storesAddressesInLowerCase() {
        var domain = api.newDomain();

        var created = api.post(
                "/api/v1/mailboxes", "{'address': 'Alice.Smith@%s'}".formatted(domain.toUpperCase(Locale.ROOT)));

        assertThat(created.text("address")).isEqualTo("alice.smith@" + domain);
        assertThat(api.get(PATH + "ALICE.SMITH@" + domain).status()).isEqualTo(200);
    }

    @Test
    void refusesAnAddressThatIsTakenByAMailboxOrAnAlias() {
        var domain = api.newDomain();
        api.newMailbox("alice@" + domain);
        api.post("/api/v1/aliases", "{'address': 'info@%1$s', 'targets': ['alice@%1$s']}".formatted(domain));

        Problem.in(api.post("/api/v1/mailboxes", "{'address': 'Alice@%s'}".formatted(domain)))
                .status(409)
                .field("address")
                .saying("alice@" + domain, "a mailbox already");
        Problem.in(api.post("/api/v1/mailboxes", "{'address': 'info@%s'}".formatted(domain)))
                .status(409)
                .field("address")
                .saying("an alias already");
    }

    @Test
    void refusesAPlusSignAndSaysWhy() {
        Problem.in(api.post("/api/v1/mailboxes", "{'address': 'alice+news@%s'}".formatted(api.newDomain())))
                .status(422)
                .field("address")
                .saying("plus sign", "name+detail@ goes to name@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/b", "-rf", "a b", "ä", "a*", "%d", "\\\"a b\\\"", ".a", "a."})
    void refusesALocalPartThatCouldNotBeAUserAndAFolder(String localPart) {
        Problem.in(api.post("/api/v1/mailboxes", "{'address': '%s@%s'}".formatted(localPart, api.newDomain())))
                .status(422)
                .field("address");
    }

    @Test
    void refusesAMailboxInADomainThatIsNotHere() {
        Problem.in(api.post("/api/v1/mailboxes", "{'address': 'alice@elsewhere.example'}"))
                .status(422)
                .field("address")
                .saying("elsewhere.example", "create it first");
    }

    @Test
    void refusesAWeakPassword() {
        var domain = api.newDomain();

        Problem.in(api.post("/api/v1/mailboxes", "{'address': 'alice@%s', 'password': 'short'}".formatted(domain)))
                .status(422)
                .field("password")
                .saying("at least 12");
        assertThat(api.get(PATH + "alice@" + domain).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1023, 1L << 51})
    void refusesAQuotaThatMakesNoSense(long quota) {
        Problem.in(api.post(
                        "/api/v1/mailboxes",
                        "{'address': 'alice@%s', 'quotaBytes': %d}".formatted(api.newDomain(), quota)))
                .status(422)
                .field("quotaBytes");
    }

    @Test
    void changesWhatIsNamedAndNothingElse() {
        var address = "alice@" + api.newDomain();
        api.newMailbox(address);

        var changed = api.patch(PATH + address, "{'quotaBytes': 1073741824}");

        assertThat(changed.body().path("quotaBytes").asLong()).isEqualTo(1L << 30);
        assertThat(changed.body().path("enabled").asBoolean()).isTrue();
        assertThat(api.patch(PATH + address, "{'enabled': false}")
                        .body()
                        .path("quotaBytes")
                        .asLong())
                .isEqualTo(1L << 30);
        assertThat(api.get(PATH + address).body().path("enabled").asBoolean(true))
                .isFalse();
    }

    @Test
    void refusesToSetAWeakPassword() {
        var address = "alice@" + api.newDomain();
        api.newMailbox(address);

        Problem.in(api.patch(PATH + address, "{'password': 'i am alice, let me in'}"))
                .status(422)
                .field("password")
                .saying("contains 'alice'");
    }

    @Test
    void deletesAMailboxAndKeepsItsAddressForIt() {
        var domain = api.newDomain();
        api.newMailbox("alice@" + domain);

        assertThat(api.delete(PATH + "alice@" + domain).status()).isEqualTo(204);

        assertThat(api.get(PATH + "alice@" + domain).status()).isEqualTo(404);
        assertThat(api.post("/api/v1/mailboxes", "{'address': 'alice@%s'}".formatted(domain))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void doesNotDeleteAnAliasAsAMailbox() {
        var domain = api.newDomain();
        api.newMailbox("alice@" + domain);
        api.post("/api/v1/aliases", "{'address': 'info@%1$s', 'targets': ['alice@%1$s']}".formatted(domain));

        assertThat(api.delete(PATH + "info@" + domain).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/aliases/info@" + domain).status()).isEqualTo(200);
    }

    @Test
    void listsTheMailboxesOfOneDomain() {
        var domain = api.newDomain();
        api.newMailbox("bob@" + domain);
        api.newMailbox("alice@" + domain);
        api.newMailbox("alice@" + api.newDomain());

        var page = api.get("/api/v1/mailboxes?domain=" + domain).body();

        assertThat(page.path("items")
                        .valueStream()
                        .map(item -> item.path("address").asString()))
                .containsExactly("alice@" + domain, "bob@" + domain);
        assertThat(page.path("total").asInt()).isEqualTo(2);
        assertThat(api.get("/api/v1/mailboxes").body().path("total").asInt()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void saysThatThereIsNoSuchMailbox() {
        var path = PATH + "nobody@nowhere.example";

        Problem.in(api.get(path)).status(404).saying("nobody@nowhere.example");
        Problem.in(api.patch(path, "{'enabled': true}")).status(404);
        Problem.in(api.delete(path)).status(404);
    }
}
