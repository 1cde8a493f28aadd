package dev.postern.admin.pages.domains;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.Chromium;
import dev.postern.admin.testing.Chromium.Look;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** All of it without a script. */
@AdminApiTest
class DomainPagesIT {

    private final AdminApi api;
    private Page page;

    DomainPagesIT(@Autowired AdminApi api) {
        this.api = api;
        this.page = Chromium.operator(api, Look.DESK.withoutScript());
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @Test
    void addsADomainAndLeadsOnToItsRecords() {
        var name = AdminApi.unique("new") + ".example";
        page.navigate("/domains");
        page.click("text=Add a domain");
        page.fill("#new-name", name.toUpperCase(Locale.ROOT));
        page.fill("#new-note", "The <b>shop's</b>");
        page.click("text=Add it");

        assertThat(page.url()).endsWith("/domains/%s/records?new".formatted(name));
        assertThat(page.innerText("[role=status]")).contains(name + " is added");
        page.click("text=Make the keys");
        assertThat(page.innerText("main")).contains("20260101-rsa._domainkey." + name, "v=DKIM1; k=ed25519");
        assertThat(api.get("/api/v1/domains/" + name).text("note")).isEqualTo("The <b>shop's</b>");
    }

    @Test
    void tellsBesideTheFieldWhatIsWrongAndKeepsWhatWasTyped() {
        page.navigate("/domains/new");
        page.fill("#new-name", "nodot");
        page.fill("#new-note", "kept");
        page.click("text=Add it");

        assertThat(page.innerText("#new-name-error"))
                .isEqualTo("'nodot' has no dot; give the whole name, like example.org.");
        assertThat(page.getAttribute("#new-name", "aria-invalid")).isEqualTo("true");
        assertThat(page.getAttribute("#new-name", "aria-describedby")).contains("new-name-error");
        assertThat(page.inputValue("#new-name")).isEqualTo("nodot");
        assertThat(page.inputValue("#new-note")).isEqualTo("kept");
        assertThat(page.innerText("[role=alert]")).contains("Nothing was changed");
    }

    @Test
    void tellsItInJapaneseToo() {
        page.context().close();
        page = Chromium.operator(api, Look.DESK.withoutScript().japanese());
        var taken = api.newDomain();
        page.navigate("/domains/new");
        page.fill("#new-name", taken);
        page.click("main button[type=submit]");

        assertThat(page.innerText("#new-name-error")).isEqualTo("ドメイン %s はすでにあります。".formatted(taken));
    }

    @Test
    void changesADomainAndItsLimits() {
        var name = api.newDomain();
        page.navigate("/domains/" + name);
        page.uncheck("#general-enabled");
        page.selectOption("#general-separator", "-");
        page.click("#general button");
        assertThat(page.innerText("[role=status]")).contains(name + " is changed");
        page.fill("#limits-mailboxes", "5");
        page.fill("#limits-totalQuotaBytes", "1.5 GB");
        page.click("#limits button");
        page.fill("#limits-usualQuotaBytes", "2 GiB");
        page.click("#limits button");

        assertThat(page.innerText("#limits .error-text"))
                .isEqualTo(
                        "What a new mailbox may hold (2 GiB) cannot be more than what all of them may hold (1.5 GiB).");
        assertThat(page.inputValue("#limits-totalQuotaBytes")).isEqualTo("1536 MiB");
        var domain = api.get("/api/v1/domains/" + name).body();
        assertThat(domain.path("enabled").asBoolean()).isFalse();
        assertThat(domain.path("detailSeparator").asString()).isEqualTo("-");
        assertThat(domain.at("/limits/mailboxes").asInt()).isEqualTo(5);
        assertThat(domain.at("/limits/totalQuotaBytes").asLong()).isEqualTo(1536L << 20);
        assertThat(domain.at("/limits/usualQuotaBytes").isMissingNode()).isTrue();
    }

    @Test
    void setsAndUnsetsACatchAll() {
        var name = api.newDomain();
        api.newMailbox("alice@" + name);
        page.navigate("/domains/" + name);
        page.fill("#catch-all-targets", "alice@%s\nbob@elsewhere.example".formatted(name));
        page.click("#catch-all button");
        assertThat(page.inputValue("#catch-all-targets")).isEqualTo("alice@%s\nbob@elsewhere.example".formatted(name));

        page.fill("#catch-all-targets", "nobody@" + name);
        page.click("#catch-all button");
        assertThat(page.innerText("#catch-all .error-text")).contains("There is no mailbox nobody@" + name);

        page.fill("#catch-all-targets", "");
        page.click("#catch-all button");
        assertThat(api.get("/api/v1/domains/%s/catch-all".formatted(name))
                        .body()
                        .path("targets"))
                .isEmpty();
    }

    @Test
    void showsTheDifferenceWhenSomebodyElseWasFaster() {
        var name = api.newDomain();
        page.navigate("/domains/" + name);
        api.patch("/api/v1/domains/" + name, "{'note': 'theirs'}");
        page.fill("#general-note", "mine");
        page.click("#general button");

        assertThat(page.innerText("#general [role=alert]"))
                .contains("Somebody else changed this meanwhile", "mine", "theirs");
        assertThat(api.get("/api/v1/domains/" + name).text("note")).isEqualTo("theirs");
        page.click("#general button");
        assertThat(api.get("/api/v1/domains/" + name).text("note")).isEqualTo("mine");
    }

    @Test
    void deletesADomainOnlyOnceItsNameIsTyped() {
        var name = api.newDomain();
        page.navigate("/domains/" + name);
        page.click("text=Delete …");
        page.fill("#delete-typed", "other.example");
        page.click("main button[type=submit]");
        assertThat(page.innerText("#delete-typed-error")).isEqualTo("That is another name; type %s.".formatted(name));

        page.fill("#delete-typed", name);
        page.click("main button[type=submit]");

        assertThat(page.innerText("[role=status]")).contains(name + " is deleted");
        assertThat(api.get("/api/v1/domains/" + name).status()).isEqualTo(404);
        assertThat(Objects.requireNonNull(page.navigate("/domains/" + name)).status())
                .isEqualTo(404);
        assertThat(page.innerText("main")).contains("There is no such page");
    }
}
