package dev.postern.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** After "Send" in webmail there are some seconds to think again. */
class UndoSendIT {

    private static final Browser BROWSER = new Browser();

    private final Platform platform = Platform.get();
    private final Mailbox mailbox = platform.newMailbox();
    private final Mailbox recipient = platform.newMailbox();
    private final String marker = UniqueId.next();

    @AfterAll
    static void closeBrowser() {
        BROWSER.close();
    }

    @Test
    void brings_the_form_back_as_it_was_and_sends_nothing() {
        var webmail = logIn();
        composeWithAttachment(webmail);
        webmail.send();
        assertThat(bar(webmail)).isVisible();
        assertThat(webmail.page().locator("dialog [role=status]")).containsText("Sending in");
        assertThat(button(webmail, "Undo")).isFocused();
        Browser.screenshot(webmail.page(), "webmail-undo-send");

        webmail.page().keyboard().press("Enter");

        assertThat(bar(webmail)).hasCount(0);
        assertThat(webmail.page().locator("[name=_subject]")).hasValue("Subject " + marker);
        assertThat(webmail.page().locator("#composebody")).hasValue("Text of " + marker);
        assertThat(webmail.page().locator("#attachment-list")).containsText("note.txt");
        assertThat(webmail.page().locator("[name=_to]").inputValue()).startsWith(recipient.address());
        webmail.page().waitForTimeout(12_000);
        assertThat(bar(webmail)).hasCount(0);
        assertThat(recipient.allMessages("INBOX")).isEmpty();
        assertThat(mailbox.allMessages("Sent")).isEmpty();
        assertThat(mailbox.messagesWith(marker, "Drafts")).hasSize(1);

        // What came back can be changed, and sent.
        webmail.page().locator("#composebody").fill("Second thoughts about " + marker);
        webmail.send();
        button(webmail, "Send now").click();
        assertThat(text(recipient.messageWith(marker))).contains("Second thoughts about", "note.txt");
        assertNothingIsLeftBehind();
    }

    @Test
    void sends_once_when_the_time_is_over_and_leaves_no_draft() {
        var webmail = logIn();
        webmail.compose(recipient.address(), marker, "Text");
        long begun = System.nanoTime();
        webmail.send();
        assertThat(bar(webmail)).isVisible();
        assertThat(mailbox.messagesWith(marker, "Drafts")).hasSize(1);
        assertThat(recipient.allMessages("INBOX")).isEmpty();

        recipient.messageWith(marker);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(10));
        assertNothingIsLeftBehind();
        assertThat(recipient.messagesWith(marker, "INBOX")).hasSize(1);
        assertThat(webmail.page().locator("#messagelist")).isAttached();
    }

    @Test
    void keeps_a_draft_when_the_browser_is_closed_meanwhile() {
        var webmail = logIn();
        webmail.compose(recipient.address(), marker, "Text");
        webmail.send();
        assertThat(bar(webmail)).isVisible();

        webmail.page().close();

        assertThat(text(mailbox.messageWith(marker, "Drafts"))).contains(recipient.address());
        assertThat(recipient.allMessages("INBOX")).isEmpty();
    }

    @Test
    void sends_from_a_mailbox_that_has_no_room_for_a_draft() {
        var full = platform.newMailbox(1024 * 1024);
        var webmail = Webmail.logIn(BROWSER.visitor(1280, 900), full);
        webmail.compose(recipient.address(), marker, "Text");
        webmail.page().evaluate("document.querySelector('#composebody').value = 'A long text.\\n'.repeat(100_000)");
        webmail.send();
        assertThat(webmail.page().locator("#messagestack")).containsText("No free disk space");
        assertThat(bar(webmail)).isVisible();
        button(webmail, "Send now").click();

        recipient.messageWith(marker);

        assertThat(full.allMessages("Drafts")).isEmpty();
    }

    @Test
    void is_undone_by_escape_and_fits_a_phone() {
        var webmail = Webmail.logIn(BROWSER.visitor(390, 844), mailbox);
        webmail.compose(recipient.address(), marker, "Text");
        webmail.page().evaluate("rcmail.command('send', '')");
        assertThat(bar(webmail)).isVisible();
        Browser.screenshot(webmail.page(), "webmail-undo-send-phone");
        var box = bar(webmail).boundingBox();
        assertThat(box.x).isNotNegative();
        assertThat(box.x + box.width).isLessThanOrEqualTo(390);
        assertThat(box.y).as("at the bottom, near the thumb").isGreaterThan(600);
        assertThat(button(webmail, "Send now").boundingBox().height).isGreaterThanOrEqualTo(44);

        webmail.page().keyboard().press("Escape");

        assertThat(bar(webmail)).hasCount(0);
        assertThat(webmail.page().locator("#composebody")).hasValue("Text");
    }

    @Test
    void is_a_preference_in_the_users_language() {
        var webmail = logIn();
        prefer(webmail, "general", "[name=_language]", "ja_JP");
        prefer(webmail, "compose", "[name=_postern_undo_send]", "30");
        Browser.screenshot(webmail.page(), "webmail-undo-send-preference");
        webmail.compose(recipient.address(), marker, "本文");
        webmail.send();
        assertThat(webmail.page().locator("dialog [role=status]")).containsText("秒で送信します");
        button(webmail, "元に戻す").click();

        prefer(webmail, "compose", "[name=_postern_undo_send]", "0");
        webmail.compose(recipient.address(), "now" + marker, "本文");
        webmail.send();
        recipient.messageWith("now" + marker);
        assertThat(bar(webmail)).hasCount(0);
    }

    private Webmail logIn() {
        return Webmail.logIn(BROWSER.visitor(1280, 900), mailbox);
    }

    private void composeWithAttachment(Webmail webmail) {
        webmail.compose(recipient.address(), "Subject " + marker, "Text of " + marker);
        webmail.page()
                .locator("#compose-attachments input[type=file], #uploadform input[type=file]")
                .first()
                .setInputFiles(new FilePayload("note.txt", "text/plain", "A note".getBytes(StandardCharsets.US_ASCII)));
        assertThat(webmail.page().locator("#attachment-list")).containsText("note.txt");
        assertThat(webmail.page().locator("#attachment-list .uploading")).hasCount(0);
    }

    private void assertNothingIsLeftBehind() {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(mailbox.messagesWith(marker, "Drafts")).isEmpty();
            assertThat(mailbox.messagesWith(marker, "Sent")).hasSize(1);
        });
    }

    private static void prefer(Webmail webmail, String section, String field, String value) {
        webmail.open("?_task=settings&_action=edit-prefs&_framed=1&_section=" + section);
        webmail.page().locator(field).selectOption(value);
        webmail.page().locator(".formbuttons button.submit").click();
        webmail.page().waitForLoadState(LoadState.NETWORKIDLE);
    }

    private static Locator bar(Webmail webmail) {
        return webmail.page().locator("dialog.postern-undo-send");
    }

    private static Locator button(Webmail webmail, String name) {
        return bar(webmail).locator("button").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static String text(byte[] message) {
        return MessageBuilder.latin1(message);
    }
}
