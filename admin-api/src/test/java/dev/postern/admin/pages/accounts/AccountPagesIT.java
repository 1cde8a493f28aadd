package dev.postern.admin.pages.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.postern.admin.signins.SignIns;
import dev.postern.admin.testing.Activity;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.Chromium;
import dev.postern.admin.testing.Chromium.Look;
import dev.postern.common.testing.Api;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** All of it without a script. */
@AdminApiTest
class AccountPagesIT {

    private final AdminApi api;
    private final SignIns signIns;
    private final Page page;
    private String domain = "";

    AccountPagesIT(@Autowired AdminApi api, @Autowired SignIns signIns) {
        this.api = api;
        this.signIns = signIns;
        this.page = Chromium.operator(api, Look.DESK.withoutScript());
    }

    @BeforeEach
    void addDomain() {
        domain = api.newDomain();
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @Test
    void addsAMailboxAndShowsItsPasswordThisOnce() {
        page.navigate("/mailboxes/new?domain=" + domain);
        assertThat(page.inputValue("#new-address")).isEqualTo("@" + domain);
        page.fill("#new-address", "alice@" + domain);
        page.fill("#new-displayName", "Alice <Liddell>");
        page.click("main button[type=submit]");

        var password = page.innerText("#once");
        var own = Api.basic("alice@" + domain, password);
        assertThat(api.call("GET", "/api/v1/self/addresses", null, own).status())
                .isEqualTo(200);
        assertThat(api.get("/api/v1/mailboxes/alice@" + domain).text("displayName"))
                .isEqualTo("Alice <Liddell>");
        page.reload();
        assertThat(page.innerText("main")).doesNotContain(password);
    }

    @Test
    void tellsBesideTheFieldWhatIsWrongWithAMailboxAndNeverSendsAPasswordBack() {
        page.navigate("/mailboxes/new");
        page.fill("#new-address", "alice@nowhere.example");
        page.fill("#new-displayName", "kept");
        page.fill("#new-password", "nine green umbrellas");
        page.click("main button[type=submit]");

        assertThat(page.innerText("#new-address-error")).contains("no domain nowhere.example");
        assertThat(page.inputValue("#new-displayName")).isEqualTo("kept");
        assertThat(page.inputValue("#new-password")).isEmpty();
        assertThat(page.content()).doesNotContain("umbrellas");
    }

    @Test
    void showsHowFullAMailboxIsAndWhoCameToIt() {
        var alice = "alice@" + domain;
        api.newMailbox(alice);
        page.navigate("/mailboxes/" + alice);
        assertThat(page.innerText("#storage")).contains("Not counted yet");
        assertThat(page.innerText("#sign-ins")).contains("Nobody has signed in yet");
        assertThat(page.innerText("#app-passwords")).contains("made none");
        api.patch("/api/v1/mailboxes/" + alice, "{'quotaBytes': %d}".formatted(2L << 30));
        var telephone = api.post("/api/v1/mailboxes/%s/app-passwords".formatted(alice), "{'name': '<Telephone>'}");
        Activity.of(alice, telephone.text("id"), signIns);

        page.reload();

        assertThat(page.innerText("#storage"))
                .contains("700 MiB of 2 GiB (34 %)", "4,711")
                .doesNotContain("nearly full");
        assertThat(page.getAttribute("#storage meter", "value")).isEqualTo("34");
        assertThat(page.locator("#sign-ins > table tbody tr").allInnerTexts())
                .satisfiesExactlyInAnyOrder(
                        row -> assertThat(row).contains("IMAP", "100.64.0.7", "<Telephone>"),
                        row -> assertThat(row).contains("Webmail", "2001:db8::7", "its own"));
        page.click("#sign-ins summary");
        assertThat(page.innerText("#sign-ins details")).contains("Submission", "refused", "203.0.113.9");
        assertThat(page.innerText("#app-passwords tbody tr")).contains("<Telephone>", "100.64.0.7");
    }

    @Test
    void sumsUpWhatADomainHolds() {
        api.newMailbox("alice@" + domain);
        api.newMailbox("bob@" + domain);
        Activity.holds("alice@" + domain, 3L << 30);

        page.navigate("/domains/" + domain);
        assertThat(page.innerText("dl.cards")).contains("3 GiB", "1 of 2 mailboxes counted");

        Activity.holds("bob@" + domain, 1L << 30);
        page.reload();
        assertThat(page.innerText("dl.cards")).contains("4 GiB").doesNotContain("counted");
        page.navigate("/");
        assertThat(page.innerText("dl.cards")).contains("Storage");
    }

    @Test
    void changesAMailboxAndLetsItsMailGoOn() {
        api.newMailbox("alice@" + domain);
        page.navigate("/mailboxes/alice@" + domain);
        page.fill("#general-quotaBytes", "3 GiB");
        page.click("#general button");
        page.fill("#forwarding-targets", "bob@elsewhere.example");
        page.check("#forwarding-keepsCopy");
        page.click("#forwarding button");

        assertThat(page.innerText("[role=status]")).contains("alice@" + domain);
        assertThat(api.get("/api/v1/mailboxes/alice@" + domain)
                        .body()
                        .path("quotaBytes")
                        .asLong())
                .isEqualTo(3L << 30);
        var forwarding = api.get("/api/v1/mailboxes/alice@%s/forwarding".formatted(domain));
        assertThat(forwarding.content()).contains("bob@elsewhere.example");
        assertThat(forwarding.body().path("keepsCopy").asBoolean()).isTrue();
    }

    @Test
    void showsWhatSomebodyElseMadeOfTheMailboxMeanwhile() {
        api.newMailbox("alice@" + domain);
        page.navigate("/mailboxes/alice@" + domain);
        api.patch("/api/v1/mailboxes/alice@" + domain, "{'displayName': 'Theirs'}");
        page.fill("#general-displayName", "Mine");
        page.click("#general button");

        assertThat(page.innerText("#general [role=alert]")).contains("Mine", "Theirs");
        page.click("#general button");
        assertThat(api.get("/api/v1/mailboxes/alice@" + domain).text("displayName"))
                .isEqualTo("Mine");
    }

    @Test
    void deletesAMailboxOnlyWhenItsAddressWasTyped() {
        api.newMailbox("alice@" + domain);
        page.navigate("/mailboxes/alice@%s/delete".formatted(domain));
        page.fill("#delete-typed", "bob@" + domain);
        page.click("main button[type=submit]");
        assertThat(page.innerText("#delete-typed-error")).contains("another name");
        assertThat(api.get("/api/v1/mailboxes/alice@" + domain).status()).isEqualTo(200);

        page.fill("#delete-typed", "alice@" + domain);
        page.click("main button[type=submit]");

        assertThat(api.get("/api/v1/mailboxes/alice@" + domain).status()).isEqualTo(404);
        assertThat(page.innerText("[role=status]")).contains("alice@" + domain);
        page.click("text=Undo");
        assertThat(page.innerText("[role=status]")).contains("alice@%s is back".formatted(domain));
        assertThat(api.get("/api/v1/mailboxes/alice@" + domain).status()).isEqualTo(200);
    }

    @Test
    void bringsBackFromTheBinAndErasesForGoodOnlyWhenTheNameWasTyped() {
        for (var owner : List.of("alice@", "bob@")) {
            api.newMailbox(owner + domain);
            api.delete("/api/v1/mailboxes/" + owner + domain);
        }
        page.navigate("/bin");
        page.click("button[aria-label='Bring alice@%s back']".formatted(domain));
        assertThat(api.get("/api/v1/mailboxes/alice@" + domain).status()).isEqualTo(200);

        page.navigate("/bin");
        page.click("a[aria-label='Erase bob@%s for good']".formatted(domain));
        page.fill("#erase-typed", "alice@" + domain);
        page.click("main button[type=submit]");
        assertThat(page.innerText("#erase-typed-error")).contains("another name");
        page.fill("#erase-typed", "bob@" + domain);
        page.click("main button[type=submit]");

        assertThat(page.innerText("[role=status]")).contains("bob@%s is erased".formatted(domain));
        assertThat(page.content()).doesNotContain("Bring bob@%s back".formatted(domain));
    }

    @Test
    void saysWhyNothingComesBack() {
        api.newMailbox("alice@" + domain);
        api.delete("/api/v1/mailboxes/alice@" + domain);
        api.put("/api/v1/domains/%s/limits".formatted(domain), "{'mailboxes': 0}");
        page.navigate("/bin");
        page.click("button[aria-label='Bring alice@%s back']".formatted(domain));

        assertThat(page.innerText("[role=alert]")).contains(domain, "0 mailboxes");
    }

    @Test
    void addsChangesAndDeletesAnAlias() {
        var address = "info@" + domain;
        page.navigate("/aliases?domain=" + domain);
        page.click("text=Add an alias");
        page.fill("#new-address", address);
        page.fill("#new-targets", "a@elsewhere.example\nb@elsewhere.example");
        page.fill("#new-lastDay", "2999-12-31");
        page.click("main button[type=submit]");
        assertThat(page.innerText("table")).contains(address, "a@elsewhere.example, b@elsewhere.example");
        assertThat(api.get("/api/v1/aliases/" + address).text("expiresAt")).isEqualTo("3000-01-01T00:00:00Z");

        page.click("tbody a");
        assertThat(page.inputValue("#general-lastDay")).isEqualTo("2999-12-31");
        page.fill("#general-lastDay", "");
        page.fill("#general-note", "For the shop");
        page.click("#general button");
        assertThat(api.get("/api/v1/aliases/" + address).text("note")).isEqualTo("For the shop");
        assertThat(api.get("/api/v1/aliases/" + address).text("expiresAt")).doesNotContain("3000");

        page.navigate("/aliases/%s/delete".formatted(address));
        page.fill("#delete-typed", address);
        page.click("main button[type=submit]");
        assertThat(api.get("/api/v1/aliases/" + address).status()).isEqualTo(404);
    }

    @Test
    void saysWhatIsNoDay() {
        page.navigate("/aliases/new");
        page.fill("#new-address", "info@" + domain);
        page.fill("#new-targets", "a@elsewhere.example");
        page.fill("#new-lastDay", "tomorrow");
        page.click("main button[type=submit]");

        assertThat(page.innerText("#new-lastDay-error")).contains("tomorrow", "2026-12-31");
        assertThat(page.inputValue("#new-targets")).isEqualTo("a@elsewhere.example");
    }
}
