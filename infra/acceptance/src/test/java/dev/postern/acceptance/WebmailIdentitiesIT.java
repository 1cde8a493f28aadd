package dev.postern.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Under which addresses people write in webmail: their own, and no others. */
class WebmailIdentitiesIT {

    private static final Browser BROWSER = new Browser();

    private final Platform platform = Platform.get();
    private final Mailbox mailbox = platform.newMailbox();
    private final String alias = "alias" + UniqueId.next() + "@" + Platform.DOMAIN;
    private final String later = "later" + UniqueId.next() + "@" + Platform.DOMAIN;

    @AfterAll
    static void closeBrowser() {
        BROWSER.close();
    }

    @Test
    void follow_the_aliases_of_the_mailbox() {
        platform.admin().createAlias(alias, List.of(mailbox.address()));
        var webmail = logIn();
        assertThat(webmail.identities()).containsExactlyInAnyOrder(mailbox.address(), alias);
        Browser.screenshot(webmail.page(), "webmail-identities");
        assertThat(webmail.senders()).containsExactlyInAnyOrder(mailbox.address(), alias);

        platform.admin().createAlias(later, List.of(mailbox.address()));
        assertThat(platform.admin().delete("aliases/" + alias).statusCode()).isEqualTo(204);
        webmail.logOut();
        webmail = Webmail.logIn(webmail.page(), mailbox);

        assertThat(webmail.identities()).containsExactlyInAnyOrder(mailbox.address(), later);
        assertThat(webmail.senders()).first().isEqualTo(mailbox.address());
    }

    @Test
    void keep_what_the_owner_wrote_into_them_and_a_default_of_his_own() {
        platform.admin().createAlias(alias, List.of(mailbox.address()));
        var webmail = logIn();
        edit(webmail, alias, page -> {
            page.locator("[name=_name]").fill("Alice of the Shop");
            page.locator("[name=_standard]").check(new Locator.CheckOptions().setForce(true));
        });
        assertThat(webmail.senders()).first().isEqualTo(alias);
        assertThat(webmail.page().locator("[name=_from]")).containsText("Alice of the Shop");

        webmail.logOut();
        webmail = Webmail.logIn(webmail.page(), mailbox);
        assertThat(webmail.senders()).first().isEqualTo(alias);

        platform.admin().delete("aliases/" + alias);
        webmail.logOut();
        webmail = Webmail.logIn(webmail.page(), mailbox);
        assertThat(webmail.senders()).containsExactly(mailbox.address());
    }

    @Test
    void take_no_foreign_address_and_say_which_ones_can_be_used() {
        var other = platform.newMailbox();
        var webmail = logIn();

        edit(webmail, mailbox.address(), page -> page.locator("[name=_email]").fill(other.address()));

        assertThat(webmail.page().locator("#messagestack"))
                .containsText("This is none of your addresses. You can use: " + mailbox.address());
        Browser.screenshot(webmail.page(), "webmail-identity-refused");
        assertThat(webmail.identities()).containsExactly(mailbox.address());
    }

    @Test
    void take_no_foreign_address_from_a_forged_request_either() {
        var other = platform.newMailbox();
        var webmail = logIn();
        var id = webmail.idOfFirstIdentity();

        assertThat(webmail.saveIdentity("", other.address())).contains("none of your addresses");
        assertThat(webmail.saveIdentity(id, other.address())).contains("none of your addresses");
        assertThat(webmail.saveIdentity(id, "boss@elsewhere.example")).contains("none of your addresses");
        assertThat(webmail.saveIdentity(id, "<script>@" + Platform.DOMAIN)).doesNotContain("<script>@");

        assertThat(webmail.identities()).containsExactly(mailbox.address());
    }

    @Test
    void may_have_detail_and_for_some_the_whole_domain() {
        var tagged = mailbox.address().replace("@", "+shop@");
        var anybody = "anybody" + UniqueId.next() + "@" + Platform.DOMAIN;
        var webmail = logIn();
        assertThat(webmail.saveIdentity("", tagged)).doesNotContain("none of your addresses");
        assertThat(webmail.saveIdentity("", anybody)).contains("none of your addresses");

        platform.admin().put("mailboxes/%s/sending".formatted(mailbox.address()), "{\"sendsForDomain\": true}");

        assertThat(webmail.saveIdentity("", anybody)).doesNotContain("none of your addresses");
        webmail.logOut();
        webmail = Webmail.logIn(webmail.page(), mailbox);
        assertThat(webmail.identities()).containsExactlyInAnyOrder(mailbox.address(), tagged, anybody);
    }

    @Test
    void stay_as_they_are_while_nobody_can_say_whose_they_are() {
        platform.admin().createAlias(alias, List.of(mailbox.address()));
        var webmail = logIn();
        Platform.compose("stop", "admin-api");
        try {
            webmail.logOut();
            webmail = Webmail.logIn(webmail.page(), mailbox);

            assertThat(webmail.identities()).containsExactlyInAnyOrder(mailbox.address(), alias);
            assertThat(webmail.saveIdentity("", later)).contains("cannot be checked at the moment");
            edit(webmail, alias, page -> page.locator("[name=_name]").fill("Renamed Meanwhile"));
            webmail.open("?_task=settings&_action=identities");
            assertThat(webmail.page().locator("#identities-table")).containsText("Renamed Meanwhile");
        } finally {
            Platform.compose("up", "-d", "--wait", "--no-build", "--no-deps", "admin-api");
        }
    }

    private Webmail logIn() {
        return Webmail.logIn(BROWSER.visitor(1280, 900), mailbox);
    }

    private static void edit(Webmail webmail, String address, Consumer<Page> change) {
        webmail.open("?_task=settings&_action=identities");
        var row = webmail.page()
                .locator("#identities-table tbody tr")
                .filter(new Locator.FilterOptions().setHasText(address));
        var id = row.getAttribute("id").replace("rcmrow", "");
        webmail.open("?_task=settings&_action=edit-identity&_framed=1&_iid=" + id);
        change.accept(webmail.page());
        webmail.page().locator(".formbuttons button.submit").click();
        webmail.page().waitForLoadState(LoadState.NETWORKIDLE);
    }
}
