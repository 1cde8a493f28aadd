package dev.postern.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.postern.acceptance.MessageBuilder.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Roundcube behind nginx, as a person uses it. */
class WebmailIT {

    private static final Browser BROWSER = new Browser();

    private final Platform platform = Platform.get();
    private final Mailbox mailbox = platform.newMailbox();
    private final MessageBuilder message = aMessage().body("Words of the message itself.\n");

    @AfterAll
    static void closeBrowser() {
        BROWSER.close();
    }

    @Test
    void shows_the_message_and_takes_a_reply() {
        deliver();
        var page = logIn(BROWSER.visitor(1280, 900));
        Browser.screenshot(page, "webmail-inbox");

        page.navigate(platform.info().webmail().url() + "?_task=mail&_mbox=INBOX&_uid=1&_action=show");
        assertThat(page.locator("#messagebody")).containsText("Words of the message itself.");
        Browser.screenshot(page, "webmail-message");

        page.navigate(platform.info().webmail().url() + "?_task=mail&_mbox=INBOX&_reply_uid=1&_action=compose");
        page.locator("#composebody").fill("An answer.");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Browser.screenshot(page, "webmail-reply");
        page.locator("button.send, a.send").first().click();

        await().atMost(Duration.ofSeconds(30)).until(() -> queued("somebody@sender.example"));
    }

    @Test
    void fits_a_phone() {
        deliver();
        var page = logIn(BROWSER.visitor(390, 844));
        Browser.screenshot(page, "webmail-phone");

        var width = page.evaluate("document.documentElement.scrollWidth");
        assertThat(((Number) width).intValue()).isLessThanOrEqualTo(390);
    }

    @Test
    void refuses_a_wrong_password() {
        var page = BROWSER.visitor(1280, 900);
        page.navigate(platform.info().webmail().url());
        page.locator("#rcmloginuser").fill(mailbox.address());
        page.locator("#rcmloginpwd").fill("not the password");
        page.locator("#rcmloginsubmit").click();

        assertThat(page.locator("#rcmloginpwd")).isVisible();
        assertThat(page.locator("#messagestack")).isVisible();
    }

    private void deliver() {
        assertThat(platform.worker()
                        .send("somebody@sender.example", mailbox.address(), message.bytes())
                        .kind())
                .isEqualTo("accept");
        mailbox.messageWith(message.marker());
    }

    private Page logIn(Page page) {
        page.navigate(platform.info().webmail().url());
        page.locator("#rcmloginuser").fill(mailbox.address());
        page.locator("#rcmloginpwd").fill(mailbox.password());
        page.locator("#rcmloginsubmit").click();
        assertThat(page.locator("#messagelist")).containsText("Message " + message.marker());
        return page;
    }

    private static boolean queued(String recipient) {
        return Platform.compose("exec", "-T", "postfix", "postqueue", "-j").contains(recipient);
    }
}
