package dev.postern.admin.self;

import static dev.postern.admin.self.OwnerBrowser.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Problem;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an owner does himself, as far as his domain leaves it to him. */
@AdminApiTest
class OwnAddressesAndForwardingIT {

    private static final String ALIASES = "/api/v1/self/aliases";
    private static final String FORWARDING = "/api/v1/self/forwarding";

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
    void makesUpAddressesThatLeadToHimAndDeletesThem() {
        var made = byAlice("POST", ALIASES, "{'note': 'Flower shop'}");

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var address = made.text("address");
        assertThat(address).endsWith("@" + domain);
        var seen = api.get("/api/v1/aliases/" + address).body();
        assertThat(seen.path("targets").get(0).asString()).isEqualTo(alice);
        assertThat(byAlice("GET", ALIASES, null).body()).hasSize(1);

        assertThat(byAlice("DELETE", ALIASES + "/" + address, null).status()).isEqualTo(204);

        assertThat(byAlice("GET", ALIASES, null).body()).isEmpty();
        assertThat(api.get("/api/v1/aliases/" + address).status()).isEqualTo(404);
    }

    @Test
    void makesNoMoreThanHisDomainAllowsHoweverManyHeAsksForAtOnce() {
        allow(3, "anywhere");

        var made = IntStream.range(0, 10)
                .parallel()
                .filter(number -> byAlice("POST", ALIASES, "{'note': 'Shop %d'}".formatted(number))
                                .status()
                        == 201)
                .count();

        assertThat(made).isEqualTo(3);
        assertThat(byAlice("GET", ALIASES, null).body()).hasSize(3);
        Problem.in(byAlice("POST", ALIASES, "{'note': 'Shop'}")).status(422).saying("delete one first");
    }

    @Test
    void deletesNeitherAnAliasThatAnOperatorMadeNorThatOfAnother() {
        var info = "info@" + domain;
        api.post("/api/v1/aliases", "{'address': '%s', 'targets': ['%s']}".formatted(info, alice));
        var bob = "bob@" + domain;
        var bobs = api.newMailbox(bob);
        var his = api.call("POST", ALIASES, "{'note': 'Shop'}", Api.basic(bob, bobs))
                .text("address");

        assertThat(byAlice("DELETE", ALIASES + "/" + info, null).status()).isEqualTo(404);
        assertThat(byAlice("DELETE", ALIASES + "/" + his, null).status()).isEqualTo(404);

        assertThat(api.get("/api/v1/aliases/" + info).status()).isEqualTo(200);
        assertThat(api.get("/api/v1/aliases/" + his).status()).isEqualTo(200);
    }

    @Test
    void forwardsWhereHisDomainLetsHim() {
        var bob = "bob@" + domain;
        api.newMailbox(bob);
        assertThat(forward("x@elsewhere.example").status()).isEqualTo(200);
        assertThat(api.get("/api/v1/mailboxes/%s/forwarding".formatted(alice))
                        .body()
                        .toString())
                .contains("x@elsewhere.example");

        allow(5, "inside");
        assertThat(forward(bob).status()).isEqualTo(200);
        Problem.in(forward("x@elsewhere.example")).status(422).field("targets").saying("x@elsewhere.example");

        allow(5, "none");
        Problem.in(forward(bob)).status(422).field("targets").saying("not allowed");
        assertThat(byAlice("PUT", FORWARDING, "{'targets': []}").status()).isEqualTo(200);
        assertThat(byAlice("GET", FORWARDING, null).body().path("targets")).isEmpty();
    }

    @Test
    void doesTheSameOnPages() {
        var browser = new OwnerBrowser(api).signIn(alice, password);

        var made = browser.submit("/self/aliases", Map.of("note", "Flower <b>shop</b>", "lastDay", "2999-12-31"));
        assertThat(place(made)).isEqualTo("/self/aliases?done=alias");
        var address =
                byAlice("GET", ALIASES, null).body().get(0).path("address").asString();
        assertThat(browser.get("/self/aliases").body()).contains(address, "Flower &lt;b&gt;shop", "3000-01-01 00:00");
        var deleted = browser.submit("/self/aliases", "/self/aliases/" + address + "/delete", Map.of());
        assertThat(place(deleted)).isEqualTo("/self/aliases?done=alias-deleted");

        var wrong = browser.submit("/self/forwarding", Map.of("targets", "nonsense", "keepsCopy", "true"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("targets-error", "nonsense");
        var set = browser.submit("/self/forwarding", Map.of("targets", "x@elsewhere.example", "keepsCopy", "true"));
        assertThat(place(set)).isEqualTo("/self/forwarding?done=forwarding");
        assertThat(browser.get("/self/forwarding").body()).contains("x@elsewhere.example");
    }

    private void allow(int aliases, String forwarding) {
        var answer = api.put(
                "/api/v1/domains/%s/self-service".formatted(domain),
                "{'ownAliases': %d, 'forwarding': '%s', 'vacation': true}".formatted(aliases, forwarding));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private Api.Answer forward(String target) {
        return byAlice("PUT", FORWARDING, "{'targets': ['%s']}".formatted(target));
    }

    private Api.Answer byAlice(String method, String path, @Nullable String json) {
        return api.call(method, path, json, Api.basic(alice, password));
    }
}
