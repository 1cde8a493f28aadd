package dev.postern.admin.apppasswords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class AppPasswordsIT {

    @Autowired
    AdminApi api;

    private String path = "";

    @BeforeEach
    void makeMailbox() {
        var address = "alice@" + api.newDomain();
        api.newMailbox(address);
        path = "/api/v1/mailboxes/%s/app-passwords".formatted(address);
    }

    @Test
    void tellsAPasswordOnce() {
        var created = api.post(path, "{'name': ' Telephone '}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("password"))
                .matches("([a-z2-9]{5}-){4}[a-z2-9]{5}")
                .startsWith(created.text("id"));
        var listed = api.get(path).body();
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("name").asString()).isEqualTo("Telephone");
        assertThat(listed.get(0).has("password")).isFalse();
    }

    @Test
    void takesOneAwayAndLeavesTheOthers() {
        var first = api.post(path, "{'name': 'Telephone'}").text("id");
        var second = api.post(path, "{'name': 'Laptop'}").text("id");

        assertThat(api.delete(path + "/" + first).status()).isEqualTo(204);

        assertThat(api.get(path).body().valueStream().map(one -> one.path("id").asString()))
                .containsExactly(second);
        Problem.in(api.delete(path + "/" + first)).status(404).saying(first);
    }

    @Test
    void saysWhatIsWrong() {
        Problem.in(api.post(path, "{}")).status(422).field("name");
        Problem.in(api.post(path, "{'name': '  '}")).status(422).field("name").saying("1 to 100");
        Problem.in(api.post("/api/v1/mailboxes/nobody@nowhere.example/app-passwords", "{'name': 'x'}"))
                .status(404)
                .saying("nobody@nowhere.example");
    }
}
