package dev.postern.admin.domains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class DomainsIT {

    @Autowired
    AdminApi api;

    @Test
    void addsADomainAndSaysWhereItIs() {
        var name = AdminApi.unique("added") + ".example";

        var created = api.post("/api/v1/domains", "{'name': '%s'}".formatted(name));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith("/api/v1/domains/" + name);
        assertThat(created.text("name")).isEqualTo(name);
        assertThat(created.body().path("enabled").asBoolean()).isTrue();
        assertThat(Instant.parse(created.text("createdAt"))).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
        assertThat(api.get("/api/v1/domains/" + name).body()).isEqualTo(created.body());
    }

    @Test
    void keepsAnInternationalNameAsALabelsAndShowsBothForms() {
        var prefix = AdminApi.unique("x");

        var created = api.post("/api/v1/domains", "{'name': '%s.BÜCHER.example'}".formatted(prefix));

        assertThat(created.text("name")).isEqualTo(prefix + ".xn--bcher-kva.example");
        assertThat(created.text("unicodeName")).isEqualTo(prefix + ".bücher.example");
        assertThat(api.get("/api/v1/domains/" + AdminApi.segment(prefix + ".bücher.example"))
                        .body())
                .isEqualTo(created.body());
    }

    @Test
    void refusesADomainThatIsThere() {
        var name = api.newDomain();

        var again = api.post("/api/v1/domains", "{'name': '%s'}".formatted(name.toUpperCase(Locale.ROOT)));

        Problem.in(again).status(409).field("name").saying(name, "already");
    }

    @ParameterizedTest
    @CsvSource({
        "{}, is missing",
        "{'name': null}, is missing",
        "{'name': ''}, is empty",
        "{'name': 'localhost'}, has no dot",
        "{'name': 'a..example'}, empty label",
        "{'name': 'sp ace.example'}, position 3"
    })
    void saysWhatIsWrongWithAName(String json, String complaint) {
        Problem.in(api.post("/api/v1/domains", json)).status(422).field("name").saying(complaint);
    }

    @Test
    void namesAFieldThatDoesNotExist() {
        Problem.in(api.post("/api/v1/domains", "{'name': 'a.example', 'nmae': 'b.example'}"))
                .status(400)
                .field("nmae")
                .saying("nmae", "name", "enabled");
    }

    @Test
    void namesAFieldOfTheWrongType() {
        Problem.in(api.post("/api/v1/domains", "{'name': 'a.example', 'enabled': 'perhaps'}"))
                .status(400)
                .field("enabled");
    }

    @Test
    void refusesWhatIsNoJson() {
        Problem.in(api.post("/api/v1/domains", "{'name': ")).status(400).saying("JSON");
    }

    @Test
    void takesADomainOutOfUseAndBackIntoIt() {
        var path = "/api/v1/domains/" + api.newDomain();

        assertThat(api.patch(path, "{'enabled': false}").body().path("enabled").asBoolean(true))
                .isFalse();
        assertThat(api.get(path).body().path("enabled").asBoolean(true)).isFalse();
        assertThat(api.patch(path, "{'enabled': true}").body().path("enabled").asBoolean(false))
                .isTrue();
    }

    @Test
    void leavesItsMailToTheMainRelayUnlessToldAnother() {
        var path = "/api/v1/domains/" + api.newDomain();

        assertThat(api.get(path).text("relay")).isEqualTo("main");
        assertThat(api.patch(path, "{'relay': 'second'}").text("relay")).isEqualTo("second");
        assertThat(api.get(path).body().path("enabled").asBoolean()).isTrue();
        Problem.in(api.patch(path, "{'relay': 'No Name'}")).status(422).field("relay");
    }

    @Test
    void keepsANoteAndWhatBeginsTheDetailOfItsAddresses() {
        var path = "/api/v1/domains/" + api.newDomain();

        assertThat(api.get(path).text("detailSeparator")).isEqualTo("+");
        api.patch(path, "{'note': 'The <b>shop</b>', 'detailSeparator': '-'}");
        assertThat(api.get(path).text("note")).isEqualTo("The <b>shop</b>");
        assertThat(api.get(path).text("detailSeparator")).isEqualTo("-");
        assertThat(api.patch(path, "{'detailSeparator': 'none'}").text("detailSeparator"))
                .isEqualTo("none");
        Problem.in(api.patch(path, "{'detailSeparator': '='}"))
                .status(422)
                .field("detailSeparator")
                .saying("'+', '-' or 'none'");
        Problem.in(api.patch(path, "{'note': '%s'}".formatted("x".repeat(251))))
                .status(422)
                .field("note");
    }

    @Test
    void deletesADomainWithAllThatIsInIt() {
        var domain = api.newDomain();
        api.newMailbox("alice@" + domain);
        api.post("/api/v1/aliases", "{'address': 'info@%1$s', 'targets': ['alice@%1$s']}".formatted(domain));

        assertThat(api.delete("/api/v1/domains/" + domain).status()).isEqualTo(204);

        assertThat(api.get("/api/v1/domains/" + domain).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/mailboxes/alice@" + domain).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/aliases/info@" + domain).status()).isEqualTo(404);
    }

    @Test
    void saysThatThereIsNoSuchDomain() {
        var path = "/api/v1/domains/nowhere.example";

        Problem.in(api.get(path)).status(404).saying("nowhere.example");
        Problem.in(api.patch(path, "{'enabled': true}")).status(404);
        Problem.in(api.delete(path)).status(404);
    }

    @Test
    void listsDomainsAPageAtATime() {
        var first = api.newDomain();
        var second = api.newDomain();

        var all = api.get("/api/v1/domains?size=500").body();
        var onePerPage = api.get("/api/v1/domains?page=1&size=1").body();

        assertThat(all.path("items").valueStream().map(item -> item.path("name").asString()))
                .contains(first, second)
                .isSorted();
        assertThat(onePerPage.path("items")).hasSize(1);
        assertThat(onePerPage.path("items").get(0)).isEqualTo(all.path("items").get(1));
        assertThat(onePerPage.path("page").asInt()).isEqualTo(1);
        assertThat(onePerPage.path("size").asInt()).isEqualTo(1);
        assertThat(onePerPage.path("total").asInt()).isEqualTo(all.path("items").size());
    }

    @ParameterizedTest
    @CsvSource({"page=-1, page", "size=0, size", "size=501, size", "page=x, page"})
    void refusesAPageThatCannotBe(String query, String field) {
        Problem.in(api.get("/api/v1/domains?" + query)).status(422).field(field);
    }
}
