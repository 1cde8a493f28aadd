package dev.postern.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.postern.acceptance.MessageBuilder.aMessage;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's pages: nothing without logging in, and true figures after it. */
class DashboardIT {

    private static final Browser BROWSER = new Browser();

    private final Platform platform = Platform.get();

    @AfterAll
    static void closeBrowser() {
        BROWSER.close();
    }

    @Test
    void shows_a_message_that_just_came_in() {
        var mailbox = platform.newMailbox();
        platform.worker()
                .send("somebody@sender.example", mailbox.address(), aMessage().bytes());

        var page = logIn("mail-ingest");

        assertThat(page.locator("main")).containsText(mailbox.address());
        Browser.screenshot(page, "dashboard-mail-ingest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin-api", "mail-ingest", "backup-agent", "dkim-tools"})
    void opens_for_the_operator_only(String dashboard) {
        var page = logIn(dashboard);

        assertThat(page.locator("main")).isVisible();
        assertThat(page.locator("input[name=password]")).hasCount(0);
        Browser.screenshot(page, "dashboard-" + dashboard);
    }

    private Page logIn(String dashboard) {
        var page = BROWSER.visitor(1280, 1000);
        page.navigate(platform.info().dashboards().get(dashboard));
        page.locator("input[name=username]").fill(platform.info().operator().user());
        page.locator("input[name=password]")
                .fill(Platform.read(platform.info().operator().passwordFile()));
        page.locator("main button[type=submit]").click();
        page.waitForURL(url -> !url.contains("login"));
        return page;
    }
}
