package dev.postern.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.postern.acceptance.MessageBuilder.aMessage;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
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

        var page = BROWSER.operator(platform, "mail-ingest");

        assertThat(page.locator("main")).containsText(mailbox.address());
        Browser.screenshot(page, "dashboard-mail-ingest");
    }

    @Test
    void answers_where_a_message_is() {
        var mailbox = platform.newMailbox();
        platform.worker()
                .send("somebody@sender.example", mailbox.address(), aMessage().bytes());
        var page = BROWSER.operator(platform, "mail-ingest");

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            page.navigate(platform.info().dashboards().get("mail-ingest"));
            page.locator("input[name=search]").fill(mailbox.address());
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("/mail?"));
            return page.locator("tbody .status").allInnerTexts().equals(List.of("handed on"));
        });

        assertThat(page.locator("tbody")).containsText("Saved");
        Browser.screenshot(page, "dashboard-where-is-my-mail");
        page.locator("tbody a").click();
        assertThat(page.locator("main")).containsText("Its way");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin-api", "mail-ingest", "backup-agent", "dkim-tools"})
    void opens_for_the_operator_only(String dashboard) {
        var page = BROWSER.operator(platform, dashboard);

        assertThat(page.locator("main")).isVisible();
        assertThat(page.locator("input[name=password]")).hasCount(0);
        Browser.screenshot(page, "dashboard-" + dashboard);
    }

    @Test
    void opens_again_for_who_has_lost_what_he_signs_in_with() {
        var name = "lost-" + UniqueId.next();
        platform.admin().post("operators", "{\"username\": \"%s\", \"role\": \"auditor\"}".formatted(name));

        var said = Platform.postern("operator", "reset", name);

        var page = BROWSER.visitor(1280, 1000);
        page.navigate(platform.info().dashboards().get("admin-api"));
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]")
                .fill(said.lines()
                        .filter(line -> line.startsWith("  "))
                        .findFirst()
                        .orElseThrow()
                        .strip());
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("header")).containsText(name);
        org.assertj.core.api.Assertions.assertThat(Platform.postern("operator", "list"))
                .contains(name);
    }
}
