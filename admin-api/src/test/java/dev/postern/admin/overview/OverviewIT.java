package dev.postern.admin.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.postern.admin.surroundings.WatchSurroundings;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.Chromium;
import dev.postern.admin.testing.Chromium.Look;
import dev.postern.admin.testing.Neighbourhood;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Browser;
import dev.postern.common.testing.TestSecrets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class OverviewIT {

    @Autowired
    AdminApi api;

    @Autowired
    WatchSurroundings watch;

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
    void countsWhatThereIsAndWhatCame() {
        api.newMailbox("alice@" + api.newDomain());
        watch.look();

        var page = Chromium.operator(api, Look.DESK.withoutScript());

        assertThat(figure(page, "Domains")).isEqualTo(totalOf("domains"));
        assertThat(figure(page, "Mailboxes")).isEqualTo(totalOf("mailboxes"));
        assertThat(figure(page, "Taken in")).isEqualTo("128");
        assertThat(page.innerText("main"))
                .contains("They were asked at", "The relay main took 80 of 100 messages today")
                .doesNotContain("does not answer");
        page.context().close();
    }

    @Test
    void makesTheKeysOfADomainThatHasNoneAtOneClick() {
        var domain = api.newDomain();
        api.newMailbox("alice@" + domain);
        watch.look();
        var page = Chromium.operator(api, Look.DESK.withoutScript());

        page.click("button:has-text('Make the keys'):near(:text('%s'))".formatted(domain));

        assertThat(Neighbourhood.signs(domain)).isTrue();
        page.navigate("/");
        assertThat(page.innerText("main")).doesNotContain("Mail of %s leaves".formatted(domain));
        page.context().close();
    }

    private static String figure(Page page, String name) {
        return page.innerText("div:has(> dt:has-text('%s')) .number".formatted(name));
    }

    private String totalOf(String kind) {
        return "%,d".formatted(api.get("/api/v1/" + kind).body().path("total").asInt());
    }
}
