package dev.postern.acceptance;

import static dev.postern.acceptance.MessageBuilder.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.BodyTerm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.junit.jupiter.api.Test;

/** What the owner of a mailbox has of it, in any mail program. */
class ReadingIT {

    private static final String SENDER = "somebody@sender.example";

    private final Platform platform = Platform.get();
    private final Mailbox mailbox = platform.newMailbox();

    @Test
    void gives_the_same_bytes_over_pop3() throws MessagingException {
        var message = aMessage();
        deliver(message);
        mailbox.messageWith(message.marker());

        assertThat(mailbox.overPop3())
                .singleElement()
                .satisfies(bytes -> assertThat(bytes).endsWith(message.bytes()));
    }

    @Test
    void has_the_folders_that_mail_programs_look_for() throws MessagingException {
        var uses = new ArrayList<String>();
        try (var store = mailbox.connect()) {
            for (Folder folder : store.getDefaultFolder().list("*")) {
                uses.addAll(List.of(((IMAPFolder) folder).getAttributes()));
            }
        }

        assertThat(uses).contains("\\Drafts", "\\Sent", "\\Junk", "\\Trash", "\\Archive");
    }

    @Test
    void finds_words_in_the_text_of_messages() throws MessagingException {
        var wanted = aMessage().body("The harbour master waters his geraniums.\n");
        deliver(wanted);
        deliver(aMessage());
        mailbox.messageWith(wanted.marker());

        try (var store = mailbox.connect()) {
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            assertThat(inbox.search(new BodyTerm("geraniums"))).hasSize(1);
            assertThat(inbox.search(new BodyTerm("gardenias"))).isEmpty();
        }
    }

    /** Mail programs stay connected for days, and what a process once took for its search index it kept. */
    @Test
    void deletes_many_messages_in_a_small_process() throws MessagingException {
        try (var store = mailbox.connect();
                var inbox = (IMAPFolder) store.getFolder("INBOX")) {
            inbox.open(Folder.READ_WRITE);
            var random = new Random(1);
            for (int number = 0; number < 60; number++) {
                inbox.appendMessages(new Message[] {longText(random)});
            }
            assertThat(inbox.search(new BodyTerm("no such word"))).isEmpty();

            inbox.setFlags(1, 60, new Flags(Flags.Flag.DELETED), true);
            inbox.expunge();

            assertThat(kilobytesOfImapProcesses()).isNotEmpty().allMatch(size -> size < 64_000);
        }
    }

    private static MimeMessage longText(Random random) throws MessagingException {
        var message = new MimeMessage((Session) null);
        message.setText(random.ints(12_000, 0, 3_000)
                .mapToObj(word -> Integer.toString(word * 700_001, 36))
                .collect(Collectors.joining(" ")));
        message.saveChanges();
        return message;
    }

    private static List<Integer> kilobytesOfImapProcesses() {
        var sizes = Platform.compose(
                "exec",
                "-T",
                "dovecot",
                "sh",
                "-c",
                "awk '/^Name:/ { name = $2 } /^VmRSS:/ && name == \"imap\" { print $2 }' /proc/[0-9]*/status");
        return sizes.lines().map(Integer::valueOf).toList();
    }

    @Test
    void warns_the_owner_before_the_mailbox_is_full() {
        var small = platform.newMailbox(1024 * 1024);

        platform.worker()
                .send(SENDER, small.address(), aMessage().filledTo(900_000).bytes());

        small.messageWith("Subject: Your mailbox is 80 % full");
    }

    @Test
    void opens_for_the_right_password_only() {
        var stranger = new Mailbox(platform, mailbox.address(), "not the password");

        assertThatThrownBy(stranger::connect).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void closes_for_a_mailbox_that_is_deleted() throws MessagingException {
        mailbox.connect().close();

        assertThat(platform.admin().delete("mailboxes/" + mailbox.address()).statusCode())
                .isEqualTo(204);

        assertThatThrownBy(mailbox::connect).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void teaches_the_filter_by_what_its_owner_moves_to_junk() {
        var message = aMessage().body("Win a watch, a yacht and a very long week-end.\n".repeat(20));
        deliver(message);
        mailbox.messageWith(message.marker());
        int learned = learned("BAYES_SPAM");

        mailbox.move(message.marker(), "INBOX", "Junk");

        await().atMost(Duration.ofSeconds(30)).until(() -> learned("BAYES_SPAM") > learned);
        int unlearned = learned("BAYES_HAM");

        mailbox.move(message.marker(), "Junk", "INBOX");

        await().atMost(Duration.ofSeconds(30)).until(() -> learned("BAYES_HAM") > unlearned);
    }

    private void deliver(MessageBuilder message) {
        assertThat(platform.worker()
                        .send(SENDER, mailbox.address(), message.bytes())
                        .kind())
                .isEqualTo("accept");
    }

    /** "Statfile: BAYES_SPAM type: redis; length: 0; free blocks: 0; total blocks: 0; free: 0.00%; learned: 3; …" */
    private static int learned(String kind) {
        return Platform.compose("exec", "-T", "rspamd", "rspamc", "-h", "127.0.0.1:11334", "stat")
                .lines()
                .filter(line -> line.contains(kind))
                .map(line -> line.replaceFirst(".*learned: (\\d+);.*", "$1"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }
}
