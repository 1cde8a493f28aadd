package dev.postern.admin.aliases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@AdminApiTest
class CatchAllIT {

    @Autowired
    AdminApi api;

    @Test
    void isAnAliasOfTheDomainThatIsSetAndSeenThere() {
        var domain = api.newDomain();
        var path = "/api/v1/domains/%s/catch-all".formatted(domain);
        api.newMailbox("alice@" + domain);

        assertThat(api.get(path).body().path("targets")).isEmpty();

        api.put(path, "{'targets': ['alice@%s', 'bob@elsewhere.example']}".formatted(domain));
        assertThat(targets(api.get(path).body(), "targets"))
                .containsExactly("alice@" + domain, "bob@elsewhere.example");
        assertThat(targets(api.get("/api/v1/domains/" + domain).body(), "catchAll"))
                .containsExactly("alice@" + domain, "bob@elsewhere.example");

        api.put(path, "{'targets': ['alice@%s']}".formatted(domain));
        assertThat(targets(api.get("/api/v1/aliases/@" + domain).body(), "targets"))
                .containsExactly("alice@" + domain);

        assertThat(api.put(path, "{'targets': []}").status()).isEqualTo(200);
        assertThat(api.get("/api/v1/aliases/@" + domain).status()).isEqualTo(404);
    }

    @Test
    void leadsOnlyWhereAnAliasMay() {
        var domain = api.newDomain();
        var path = "/api/v1/domains/%s/catch-all".formatted(domain);

        Problem.in(api.put(path, "{'targets': ['nobody@%s']}".formatted(domain)))
                .status(422)
                .field("targets")
                .saying("no mailbox nobody@" + domain);
        Problem.in(api.put(path, "{}")).status(422).field("targets");
        Problem.in(api.put("/api/v1/domains/nowhere.example/catch-all", "{'targets': []}"))
                .status(404);
    }

    private static List<String> targets(JsonNode body, String field) {
        return body.path(field).valueStream().map(JsonNode::asString).toList();
    }
}
