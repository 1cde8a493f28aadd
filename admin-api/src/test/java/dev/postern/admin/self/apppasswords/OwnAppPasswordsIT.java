package dev.postern.admin.self.apppasswords;

import static dev.postern.admin.self.OwnerBrowser.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.self.OwnerBrowser;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Api;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class OwnAppPasswordsIT {

    private static final String PLACE = "/api/v1/self/app-passwords";
    private static final String PAGE = "/self/app-passwords";

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
    void areMadeListedAndTakenAwayByTheirOwner() {
        var made = byAlice("POST", PLACE, "{'name': 'Telephone'}");

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var id = made.body().path("id").asString();
        assertThat(made.body().path("password").asString()).startsWith(id).hasSizeGreaterThan(20);
        var listed = byAlice("GET", PLACE, null).body();
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("name").asString()).isEqualTo("Telephone");
        assertThat(listed.get(0).has("password")).isFalse();

        assertThat(byAlice("DELETE", PLACE + "/" + id, null).status()).isEqualTo(204);

        assertThat(byAlice("GET", PLACE, null).body()).isEmpty();
        assertThat(byAlice("DELETE", PLACE + "/" + id, null).status()).isEqualTo(404);
    }

    @Test
    void whoHasOneMakesNoFurtherOnes() {
        var one = byAlice("POST", PLACE, "{'name': 'Telephone'}")
                .body()
                .path("password")
                .asString();

        var tried = api.call("POST", PLACE, "{'name': 'Another'}", Api.basic(alice, one));

        assertThat(tried.status()).as(tried.toString()).isEqualTo(403);
        assertThat(byAlice("GET", PLACE, null).body()).hasSize(1);
    }

    @Test
    void nobodyTakesAwayThoseOfAnother() {
        var bob = "bob@" + domain;
        var bobs = api.newMailbox(bob);
        var id = byAlice("POST", PLACE, "{'name': 'Telephone'}")
                .body()
                .path("id")
                .asString();

        var tried = api.call("DELETE", PLACE + "/" + id, null, Api.basic(bob, bobs));
        var browser = new OwnerBrowser(api).signIn(bob, bobs);

        assertThat(tried.status()).isEqualTo(404);
        assertThat(browser.submit(PAGE, PAGE + "/" + id + "/delete", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(byAlice("GET", PLACE, null).body()).hasSize(1);
    }

    @Test
    void areShownOnceOnAPageAndTheOwnerStaysSignedInWhenHeTakesOneAway() {
        var browser = new OwnerBrowser(api).signIn(alice, password);

        var made = browser.submit(PAGE, Map.of("name", "My <b>telephone</b>"));

        assertThat(made.statusCode()).isEqualTo(200);
        var id = byAlice("GET", PLACE, null).body().get(0).path("id").asString();
        assertThat(made.body())
                .containsPattern("<code>" + id + "[^<]{15,}</code>")
                .contains("My &lt;b&gt;telephone");
        assertThat(browser.get(PAGE).body()).doesNotContainPattern("<code>" + id + "[^<]{15,}</code>");

        var deleted = browser.submit(PAGE, PAGE + "/" + id + "/delete", Map.of());

        assertThat(place(deleted)).isEqualTo(PAGE + "?done=app-password");
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(200);
        assertThat(byAlice("GET", PLACE, null).body()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAName() {
        var browser = new OwnerBrowser(api).signIn(alice, password);

        var refused = browser.submit(PAGE, Map.of("name", " "));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("name-error");
        assertThat(byAlice("GET", PLACE, null).body()).isEmpty();
    }

    @Test
    void standInTheAuditLogUnderTheOwnersName() {
        byAlice("POST", PLACE, "{'name': 'Telephone'}");

        var found = api.get("/api/v1/audit?subject=" + alice).body().path("items");

        assertThat(found.get(0).path("action").asString()).isEqualTo("app-password.created");
        assertThat(found.get(0).path("actor").toString()).contains(alice);
    }

    private Api.Answer byAlice(String method, String path, @Nullable String json) {
        return api.call(method, path, json, Api.basic(alice, password));
    }
}
