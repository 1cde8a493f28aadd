package dev.postern.admin.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.Chromium;
import dev.postern.admin.testing.Chromium.Look;
import dev.postern.common.testing.Problem;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class SearchIT {

    @Autowired
    AdminApi api;

    private String domain = "";
    private String mark = "";

    @BeforeEach
    void makeAccounts() {
        domain = api.newDomain();
        mark = domain.substring(2, 10);
        make("zoe", "Zoë " + mark, 3);
        make("bob", "Bob", 1);
        make("carol", "", 2);
        api.patch("/api/v1/mailboxes/carol@" + domain, "{'enabled': false}");
        api.post(
                "/api/v1/aliases",
                "{'address': 'info@%1$s', 'targets': ['bob@%1$s', 'far_%2$s@elsewhere.example']}"
                        .formatted(domain, mark));
    }

    private void make(String local, String name, int gibibytes) {
        api.post(
                "/api/v1/mailboxes",
                "{'address': '%s@%s', 'displayName': '%s', 'quotaBytes': %d}"
                        .formatted(local, domain, name, (long) gibibytes << 30));
    }

    @Test
    void findsWordsInAnyCaseInTheirOrderWhereverTheyStand() {
        assertThat(mailboxes("q=ZOE@")).containsExactly("zoe@" + domain);
        assertThat(mailboxes("q=zo%C3%AB+" + mark)).containsExactly("zoe@" + domain);
        assertThat(mailboxes("q=zo+" + mark)).contains("zoe@" + domain);
        assertThat(mailboxes("q=" + mark + "+zo%C3%AB")).isNotEmpty();
        assertThat(mailboxes("q=zoe+bob")).isEmpty();
    }

    @Test
    void takesSignsThatMeanSomethingToTheDatabaseAsTheyAre() {
        for (var sign : List.of("%25", "_", "!", "'", "%5C", "%22")) {
            assertThat(mailboxes("q=" + sign)).as(sign).isEmpty();
        }
        assertThat(ids("/api/v1/aliases?q=far_" + mark, "address")).containsExactly("info@" + domain);
    }

    @Test
    void sortsAndFiltersAndCountsWhatIsLeft() {
        assertThat(mailboxes("sort=quotaBytes")).containsExactly("bob@" + domain, "carol@" + domain, "zoe@" + domain);
        assertThat(mailboxes("sort=-address")).containsExactly("zoe@" + domain, "carol@" + domain, "bob@" + domain);
        assertThat(mailboxes("sort=displayName")).containsExactly("carol@" + domain, "bob@" + domain, "zoe@" + domain);
        assertThat(mailboxes("sort=-createdAt&size=1")).containsExactly("carol@" + domain);
        assertThat(mailboxes("enabled=false")).containsExactly("carol@" + domain);
        var page = api.get("/api/v1/mailboxes?enabled=true&size=1&page=1&domain=" + domain);
        assertThat(page.body().path("total").asInt()).isEqualTo(2);
        assertThat(page.body().path("items").get(0).path("address").asString()).isEqualTo("zoe@" + domain);
        Problem.in(api.get("/api/v1/mailboxes?sort=password"))
                .status(422)
                .field("sort")
                .saying("'password'", "quotaBytes");
    }

    @Test
    void findsAcrossEverythingWhatBeginsSoFirst() {
        make("x" + mark, "", 1);
        make(mark, "", 1);

        var groups = api.get("/api/v1/search?size=2&q=" + mark).body().path("groups");

        assertThat(groups.valueStream().map(group -> group.path("kind").asString()))
                .containsExactly("domain", "mailbox", "alias");
        assertThat(groups.get(0).path("items").get(0).path("id").asString()).isEqualTo(domain);
        assertThat(groups.get(1).path("items").get(0).path("id").asString()).isEqualTo(mark + "@" + domain);
        assertThat(groups.get(1).path("items")).hasSize(2);
        assertThat(groups.get(1).path("more").asBoolean()).isTrue();
        assertThat(groups.get(2).path("items").get(0).path("about").asString()).contains("bob@" + domain);
        Problem.in(api.get("/api/v1/search?q=+")).status(422).field("q");
        Problem.in(api.get("/api/v1/search")).status(422).field("q");
        Problem.in(api.get("/api/v1/search?q=a&size=1000")).status(422).field("size");
    }

    @Test
    void findsNothingThatLiesInTheBin() {
        api.delete("/api/v1/mailboxes/zoe@" + domain);

        assertThat(mailboxes("q=zoe")).isEmpty();
        assertThat(api.get("/api/v1/search?q=zoe@" + domain).content()).doesNotContain("zoe@" + domain);
    }

    @Test
    void aPageFindsWithoutAScript() {
        var page = Chromium.operator(api, Look.DESK.withoutScript());
        page.navigate("/");
        page.fill("#find", "carol@" + mark);
        page.fill("#find", "carol@" + domain);
        page.press("#find", "Enter");
        assertThat(page.innerText("main")).contains("carol@" + domain);

        page.navigate("/mailboxes?domain=" + domain);
        page.fill("#list-q", "bob");
        page.click("form.filter button");
        assertThat(page.innerText("table")).contains("bob@" + domain).doesNotContain("zoe@");
        page.navigate("/mailboxes?domain=" + domain);
        page.click("th a:has-text('May hold')");
        assertThat(addresses(page)).containsExactly("bob@" + domain, "carol@" + domain, "zoe@" + domain);
        page.click("th[aria-sort=ascending] a");
        assertThat(addresses(page)).containsExactly("zoe@" + domain, "carol@" + domain, "bob@" + domain);
        page.context().close();
    }

    @Test
    void aPageFindsWhileItsReaderTypes() {
        var page = Chromium.operator(api, Look.DESK);
        page.navigate("/");
        page.locator("#find").pressSequentially("carol@" + domain);
        page.waitForSelector("#found a");
        assertThat(page.innerText("#found")).contains("carol@" + domain);
        page.context().close();
    }

    private static List<String> addresses(Page page) {
        return page.locator("tbody th a").allInnerTexts();
    }

    private List<String> mailboxes(String query) {
        return ids("/api/v1/mailboxes?domain=%s&%s".formatted(domain, query), "address");
    }

    private List<String> ids(String path, String field) {
        return api.get(path)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path(field).asString())
                .toList();
    }
}
