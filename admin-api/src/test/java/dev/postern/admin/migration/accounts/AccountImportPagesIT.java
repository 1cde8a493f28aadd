package dev.postern.admin.migration.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.Chromium;
import dev.postern.admin.testing.Chromium.Look;
import dev.postern.common.testing.Api;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** All of it without a script. */
@AdminApiTest
class AccountImportPagesIT {

    private final AdminApi api;
    private final Page page;
    private final String domain = AdminApi.unique("old") + ".example";

    AccountImportPagesIT(@Autowired AdminApi api) {
        this.api = api;
        this.page = Chromium.operator(api, Look.DESK.withoutScript());
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @Test
    void showsWhatWouldComeOfAnExportAndTakesItOverWhenToldTo() {
        choose("ann@%1$s|{PLAIN}nine green umbrellas\nbob@%1$s|{CRYPT}\n".formatted(domain));

        assertThat(page.innerText("main")).contains("ann@" + domain, "bob@" + domain);
        assertThat(page.content()).doesNotContain("umbrellas");
        assertThat(api.get("/api/v1/domains/" + domain).status()).isEqualTo(404);

        page.click("main form[action$='/migrations/accounts/%s'] button".formatted(idOf(page.url())));

        assertThat(page.innerText("[role=status]")).contains("1 domains, 2 mailboxes");
        assertThat(signsIn("ann@" + domain, "nine green umbrellas")).isTrue();
        assertThat(signsIn("bob@" + domain, page.innerText("table code"))).isTrue();
        assertThat(page.navigate("/migrations/accounts").status()).isEqualTo(200);
    }

    @Test
    void leavesBehindWhatCannotBeTakenOnlyWhenToldTo() {
        choose("ann@%1$s|{PLAIN}nine green umbrellas\n-bob@%1$s|{PLAIN}ten green umbrellas\n".formatted(domain));
        var take = "main form[action$='/migrations/accounts/%s'] button".formatted(idOf(page.url()));

        page.click(take);
        assertThat(page.innerText("[role=alert]")).isNotBlank();
        assertThat(api.get("/api/v1/domains/" + domain).status()).isEqualTo(404);

        page.check("#leave-out");
        page.click(take);
        assertThat(api.get("/api/v1/mailboxes/ann@" + domain).status()).isEqualTo(200);
    }

    @Test
    void forgetsAnExportThatIsDiscarded() {
        choose("ann@%s|{PLAIN}nine green umbrellas\n".formatted(domain));
        var preview = page.url();

        page.click("main form[action$='/discard'] button");

        assertThat(page.innerText("[role=status]")).contains("Nothing was changed");
        assertThat(page.navigate(preview).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/domains/" + domain).status()).isEqualTo(404);
    }

    @Test
    void showsAnExportToNobodyElse() {
        choose("ann@%s|{PLAIN}nine green umbrellas\n".formatted(domain));
        var somebodyElse = "/migrations/accounts/" + "0".repeat(32);

        assertThat(page.navigate(somebodyElse).status()).isEqualTo(404);
    }

    @Test
    void asksForAFile() {
        page.navigate("/migrations/accounts");
        page.click("main button[type=submit]");

        assertThat(page.innerText("#export-files-error")).contains("at least one file");
    }

    private void choose(String accounts) {
        page.navigate("/migrations/accounts");
        page.selectOption("#export-format", "docker-mailserver");
        page.setInputFiles(
                "#export-files", new FilePayload("postfix-accounts.cf", "text/plain", accounts.getBytes(UTF_8)));
        page.click("main button[type=submit]");
    }

    private static String idOf(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private boolean signsIn(String address, String password) {
        return api.call("GET", "/api/v1/self/addresses", null, Api.basic(address, password))
                        .status()
                == 200;
    }
}
