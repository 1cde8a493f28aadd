package dev.postern.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.postern.acceptance.MessageBuilder.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.postern.acceptance.SmtpDialogue.Reply;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is changed through the API counts: with its answer what is let in, and a second after it what is shut out. */
class EffectsIT {

    private static final String SENDER = "somebody@sender.example";
    private static final Browser BROWSER = new Browser();

    private final Platform platform = Platform.get();

    @AfterAll
    static void closeBrowser() {
        BROWSER.close();
    }

    @Test
    void a_mailbox_can_be_used_as_soon_as_it_is_made() throws Exception {
        var mailbox = platform.newMailbox();
        mailbox.connect().close();

        var another = platform.newMailbox();
        assertThat(another.overPop3()).isEmpty();

        try (var session = Door.SUBMISSIONS.openAs(platform.newMailbox())) {
            session.say("NOOP").expect("250 ");
        }
        Webmail.logIn(BROWSER.visitor(1280, 900), platform.newMailbox());
        assertThat(deliver(platform.newMailbox(), 2000).kind()).isEqualTo("accept");
    }

    @Test
    void nobody_comes_into_a_mailbox_that_is_disabled() throws Exception {
        var mailbox = platform.newMailbox();
        mailbox.connect().close();

        disable(mailbox);

        assertThatThrownBy(mailbox::connect).isInstanceOf(AuthenticationFailedException.class);
        assertThatThrownBy(mailbox::overPop3).isInstanceOf(AuthenticationFailedException.class);
        answerToLogIn(Door.SUBMISSIONS, mailbox).expect("535 ");
        answerToLogIn(Door.SUBMISSION, mailbox).expect("535 ");
        var page = BROWSER.visitor(1280, 900);
        page.navigate(platform.info().webmail().url());
        page.locator("#rcmloginuser").fill(mailbox.address());
        page.locator("#rcmloginpwd").fill(mailbox.password());
        page.locator("#rcmloginsubmit").click();
        assertThat(page.locator("#messagestack")).isVisible();
        assertThat(page.locator("#rcmloginpwd")).isVisible();
        assertThat(deliver(mailbox, 2000).text()).startsWith("550 ");
    }

    @Test
    void what_is_open_to_a_mailbox_ends_when_it_is_disabled() throws Exception {
        var mailbox = platform.newMailbox();
        try (var open = OpenSessions.of(mailbox)) {
            disable(mailbox);

            open.expectTheirEnd();
        }
    }

    @Test
    void what_is_open_to_a_mailbox_ends_when_its_password_changes() throws Exception {
        var before = platform.newMailbox();
        var after = new Mailbox(platform, before.address(), "other-" + UniqueId.next());
        try (var open = OpenSessions.of(before)) {
            platform.admin().change("mailboxes/" + before.address(), """
                    {"password": "%s"}""".formatted(after.password()));
            aSecondLater();

            open.expectTheirEnd();
        }

        assertThatThrownBy(before::connect).isInstanceOf(AuthenticationFailedException.class);
        after.connect().close();
    }

    @Test
    void the_next_delivery_knows_the_new_quota() {
        var mailbox = platform.newMailbox(1 << 20);
        assertThat(deliver(mailbox, 2_000_000).text()).startsWith("552 5.2.2 ");

        setQuota(mailbox, 10 << 20);
        assertThat(deliver(mailbox, 2_000_000).kind()).isEqualTo("accept");

        setQuota(mailbox, 1 << 20);
        assertThat(deliver(mailbox, 2_000_000).text()).startsWith("552 5.2.2 ");
    }

    @Test
    void mail_to_a_deleted_domain_is_refused() throws IOException {
        var domain = "gone-" + UniqueId.next() + ".example";
        platform.admin().createDomain(domain);
        platform.admin().createMailbox("someone@" + domain, "pass-" + UniqueId.next(), 1 << 30);
        var mailbox = new Mailbox(platform, "someone@" + domain, "");
        assertThat(deliver(mailbox, 2000).kind()).isEqualTo("accept");

        assertThat(platform.admin().delete("domains/" + domain).statusCode()).isEqualTo(204);

        // From Postfix's process that knew the domain just before, "user unknown" (5.1.1); from any other, 5.7.1.
        assertThat(deliver(mailbox, 2000).text()).startsWith("550 ");
        var answer =
                platform.ingest().send(SENDER, mailbox.address(), aMessage().bytes());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"code\":550");
        try (var door = Door.HANDOVER.open()) {
            door.say("MAIL FROM:<%s>".formatted(SENDER)).expect("250 ");
            door.say("RCPT TO:<%s>".formatted(mailbox.address())).expect("550 5.7.1 ");
        }
    }

    /** Somebody in a mail program, in another, amid sending, and in webmail. */
    private record OpenSessions(Mailbox mailbox, Folder imap, Folder pop3, SmtpDialogue submission, Webmail webmail)
            implements AutoCloseable {

        static OpenSessions of(Mailbox mailbox) throws MessagingException, IOException {
            var imap = mailbox.connect().getFolder("INBOX");
            imap.open(Folder.READ_ONLY);
            var pop3 = mailbox.connectPop3().getFolder("INBOX");
            pop3.open(Folder.READ_ONLY);
            var submission = Door.SUBMISSIONS.openAs(mailbox);
            return new OpenSessions(
                    mailbox, imap, pop3, submission, Webmail.logIn(BROWSER.visitor(1280, 900), mailbox));
        }

        void expectTheirEnd() throws IOException {
            assertThatThrownBy(imap::getMessageCount).isInstanceOf(FolderClosedException.class);
            assertThat(pop3.isOpen()).isFalse();
            submission.say("MAIL FROM:<%s>".formatted(mailbox.address()));
            submission.say("RCPT TO:<%s>".formatted(mailbox.address())).expectRefusal();
            webmail.open("?_task=mail");
            assertThat(webmail.page().locator("#rcmloginpwd")).isVisible();
        }

        @Override
        public void close() throws IOException {
            submission.close();
        }
    }

    private void disable(Mailbox mailbox) {
        platform.admin().change("mailboxes/" + mailbox.address(), """
                {"enabled": false}""");
        aSecondLater();
    }

    /** So long may what is open go on after the API's answer. */
    private static void aSecondLater() {
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
    }

    private void setQuota(Mailbox mailbox, int bytes) {
        platform.admin().change("mailboxes/" + mailbox.address(), """
                {"quotaBytes": %d}""".formatted(bytes));
    }

    private EmailWorker.Outcome deliver(Mailbox mailbox, int size) {
        return platform.worker()
                .send(SENDER, mailbox.address(), aMessage().filledTo(size).bytes());
    }

    /** Not the one that asks for patience, while Dovecot lets this address wait for guesses made before. */
    private static Reply answerToLogIn(Door door, Mailbox mailbox) {
        return await().atMost(Duration.ofSeconds(90))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> {
                            try (var dialogue = door.open()) {
                                return dialogue.logIn(mailbox.address(), mailbox.password());
                            }
                        },
                        answer -> !answer.begins("4"));
    }
}
