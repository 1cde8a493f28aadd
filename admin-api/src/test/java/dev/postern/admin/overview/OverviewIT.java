package dev.postern.admin.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Browser;
import dev.postern.common.testing.TestSecrets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class OverviewIT {

    @Autowired
    AdminApi api;

    @Test
    void showsNothingToAStranger() {
        var page = new Browser().get(api.page("/"));

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/login"));
    }

    @Test
    void doesNotTakeTheTokenOfTheApi() {
        assertThat(api.call("GET", "/", null, Api.bearer(TestSecrets.TOKEN)).status())
                .isEqualTo(401);
    }

    @Test
    void showsTheOperatorWhatThereIs() {
        var domain = api.newDomain();
        api.newMailbox("alice@" + domain);
        api.post(
                "/api/v1/aliases",
                "{'address': '@%1$s', 'targets': ['alice@%1$s', 'bob@elsewhere.example']}".formatted(domain));
        api.newMailbox("carol@" + domain);
        api.patch("/api/v1/mailboxes/carol@" + domain, "{'enabled': false}");
        var browser = new Browser();
        browser.signIn(api.page("/login"), "operator", TestSecrets.OPERATOR_PASSWORD);

        var page = browser.get(api.page("/"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Signed in as", domain, "alice@" + domain, "2 GiB", "out of use")
                .contains("everything else in " + domain, "alice@%s, bob@elsewhere.example".formatted(domain))
                .contains(">" + totalOf("domains") + "</dd>", ">" + totalOf("aliases") + "</dd>")
                .doesNotContain("??", "$argon2id$");
    }

    private int totalOf(String kind) {
        return api.get("/api/v1/" + kind).body().path("total").asInt();
    }
}
