package dev.postern.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.postern.acceptance.MessageBuilder.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import jakarta.mail.AuthenticationFailedException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
        page.locator("#composebody").fill("The answer to " + message.marker());
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Browser.screenshot(page, "webmail-reply");
        page.locator("button.send, a.send").first().click();

        var arrived = platform.relays().main().messageWith("The answer to " + message.marker());
        assertThat(arrived)
                .contains("X-Original-To: somebody@sender.example")
                .contains("Return-Path: <%s>".formatted(mailbox.address()))
                .doesNotContain("Roundcube", "User-Agent");
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
    void finds_a_message_by_a_word_of_its_text() {
        deliver();
        deliver(aMessage());
        var page = logIn(BROWSER.visitor(1280, 900));

        page.locator("#mailsearchform").fill("itself");
        page.locator("#mailsearchform").press("Enter");

        assertThat(page.locator("#messagelist tbody tr")).hasCount(1);
        assertThat(page.locator("#messagelist")).containsText("Message " + message.marker());
    }

    @Test
    void files_mail_by_a_filter_made_in_webmail() {
        deliver();
        var page = logIn(BROWSER.visitor(1280, 900));
        page.navigate(platform.info().webmail().url() + "?_task=settings&_action=plugin.managesieve-action&_framed=1");
        page.locator("[name=_name]").fill("Everything into the archive");
        page.locator("[name=_join]").selectOption("any");
        page.locator("[name='_action_type[0]']").selectOption("fileinto");
        page.locator("[name='_action_mailbox[0]']").selectOption("Archive");
        Browser.screenshot(page, "webmail-filter");
        page.locator(".formbuttons button.submit").click();
        page.waitForLoadState(LoadState.NETWORKIDLE);

        var later = aMessage();
        deliver(later);

        mailbox.messageWith(later.marker(), "Archive");
    }

    @Test
    void changes_the_password() {
        deliver();
        var page = logIn(BROWSER.visitor(1280, 900));
        var changed = new Mailbox(platform, mailbox.address(), "new-" + UniqueId.next() + "-" + UniqueId.next());

        page.navigate(platform.info().webmail().url() + "?_task=settings&_action=plugin.password");
        page.locator("[name=_curpasswd]").fill(mailbox.password());
        page.locator("[name=_newpasswd]").fill(changed.password());
        page.locator("[name=_confpasswd]").fill(changed.password());
        Browser.screenshot(page, "webmail-password");
        page.locator(".formbuttons button.submit").click();
        assertThat(page.locator("#messagestack .confirmation, #messagestack .alert-success"))
                .isVisible();

        changed.messageWith(message.marker());
        assertThatThrownBy(mailbox::connect).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void tells_browsers_to_be_careful() throws Exception {
        var answer = platform.http()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(platform.info().webmail().url()))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'self'"));
        assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("referrer-policy")).hasValue("no-referrer");
        assertThat(answer.headers().allValues("set-cookie"))
                .allSatisfy(cookie -> assertThat(cookie.toLowerCase(java.util.Locale.ROOT))
                        .contains("secure", "httponly", "samesite"));
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
        deliver(message);
        mailbox.messageWith(message.marker());
    }

    private void deliver(MessageBuilder other) {
        assertThat(platform.worker()
                        .send("somebody@sender.example", mailbox.address(), other.bytes())
                        .kind())
                .isEqualTo("accept");
    }

    private Page logIn(Page page) {
        page.navigate(platform.info().webmail().url());
        page.locator("#rcmloginuser").fill(mailbox.address());
        page.locator("#rcmloginpwd").fill(mailbox.password());
        page.locator("#rcmloginsubmit").click();
        assertThat(page.locator("#messagelist")).containsText("Message " + message.marker());
        return page;
    }
}
