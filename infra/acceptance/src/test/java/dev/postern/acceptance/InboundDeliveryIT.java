package dev.postern.acceptance;

import static dev.postern.acceptance.MessageBuilder.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the Email Worker to the mailbox: the same bytes come out that went in. */
class InboundDeliveryIT {

    private static final String SENDER = "somebody@sender.example";

    private final Platform platform = Platform.get();
    private final EmailWorker worker = platform.worker();

    @Test
    void delivers_an_ordinary_message_byte_for_byte() {
        var mailbox = platform.newMailbox();
        var message = aMessage();

        assertThat(worker.send(SENDER, mailbox.address(), message.bytes()).kind())
                .isEqualTo("accept");

        assertThat(mailbox.messageWith(message.marker())).endsWith(message.bytes());
    }

    @Test
    void delivers_from_the_null_reverse_path() {
        var mailbox = platform.newMailbox();
        var message = aMessage();

        assertThat(worker.send("", mailbox.address(), message.bytes()).kind()).isEqualTo("accept");

        assertThat(mailbox.messageWith(message.marker())).endsWith(message.bytes());
    }

    @Test
    void keeps_eight_bit_text_in_any_charset() {
        var mailbox = platform.newMailbox();
        var text = new ByteArrayOutputStream();
        for (var charset : List.of("Shift_JIS", "ISO-2022-JP", "UTF-8", "EUC-JP")) {
            text.writeBytes("こんにちは、世界。能力表示十構\r\n.\r\n..点\r\n".getBytes(Charset.forName(charset)));
        }
        var message = aMessage()
                .header("Content-Type: text/plain; charset=Shift_JIS")
                .header("Content-Transfer-Encoding: 8bit")
                .body(text.toByteArray());

        assertThat(worker.send(SENDER, mailbox.address(), message.bytes()).kind())
                .isEqualTo("accept");

        assertThat(mailbox.messageWith(message.marker())).endsWith(message.bytes());
    }

    @Test
    void keeps_odd_headers_and_very_long_lines() {
        var mailbox = platform.newMailbox();
        var message = aMessage()
                .header("X-odd:no space")
                .header("X-Empty:")
                .header("Subject: a second subject")
                .header("X-Eight-Bit: \u00e9\u00ff")
                .body("x".repeat(5000) + "\n" + "the end without a Date, To: and such\n");

        assertThat(worker.send(SENDER, mailbox.address(), message.bytes()).kind())
                .isEqualTo("accept");

        assertThat(mailbox.messageWith(message.marker())).endsWith(message.bytes());
    }

    @Test
    void delivers_the_largest_message_that_email_routing_accepts() {
        var mailbox = platform.newMailbox();
        var message = aMessage().filledTo(26_214_400);

        assertThat(worker.send(SENDER, mailbox.address(), message.bytes()).kind())
                .isEqualTo("accept");

        assertThat(mailbox.messageWith(message.marker()))
                .hasSizeGreaterThan(26_214_400)
                .endsWith(message.bytes());
    }

    @Test
    void delivers_one_message_to_every_target_of_an_alias() {
        var first = platform.newMailbox();
        var second = platform.newMailbox();
        var alias = "team-" + UniqueId.next() + "@" + Platform.DOMAIN;
        platform.admin().createAlias(alias, List.of(first.address(), second.address()));
        var message = aMessage();

        assertThat(worker.send(SENDER, alias, message.bytes()).kind()).isEqualTo("accept");

        assertThat(first.messageWith(message.marker())).endsWith(message.bytes());
        assertThat(second.messageWith(message.marker())).endsWith(message.bytes());
    }

    @Test
    void delivers_to_a_mailbox_with_a_detail_behind_a_plus() {
        var mailbox = platform.newMailbox();
        var message = aMessage();

        var outcome = worker.send(SENDER, mailbox.address().replace("@", "+shop@"), message.bytes());

        assertThat(outcome.kind()).isEqualTo("accept");
        assertThat(mailbox.messageWith(message.marker())).endsWith(message.bytes());
    }

    @Test
    void delivers_to_a_mailbox_however_its_address_is_capitalised() {
        var mailbox = platform.newMailbox();
        var message = aMessage();

        var outcome = worker.send(SENDER, mailbox.address().toUpperCase(java.util.Locale.ROOT), message.bytes());

        assertThat(outcome.kind()).isEqualTo("accept");
        assertThat(mailbox.messageWith(message.marker())).endsWith(message.bytes());
    }

    @Test
    void lets_a_catch_all_take_what_no_mailbox_takes() {
        var domain = "all-" + UniqueId.next() + ".example";
        platform.admin().createDomain(domain);
        var catchAll = platform.newMailbox();
        var named = "named@" + domain;
        platform.admin().createMailbox(named, "pass-" + UniqueId.next(), 1 << 30);
        platform.admin().createAlias("@" + domain, List.of(catchAll.address()));
        var toAnyone = aMessage();
        var toNamed = aMessage();

        assertThat(worker.send(SENDER, "anyone@" + domain, toAnyone.bytes()).kind())
                .isEqualTo("accept");
        assertThat(worker.send(SENDER, named, toNamed.bytes()).kind()).isEqualTo("accept");

        assertThat(catchAll.messageWith(toAnyone.marker())).endsWith(toAnyone.bytes());
        assertThat(catchAll.messagesWith(toNamed.marker(), "INBOX")).isEmpty();
    }

    @Test
    void tells_the_mailbox_owner_which_server_sent_it() {
        var mailbox = platform.newMailbox();
        var honest = aMessage().from("203.0.113.7", "mail.sender.example", "sender.example");
        var forged = aMessage().from("198.51.100.23", "mail.strict.example", "strict.example");

        worker.send("somebody@sender.example", mailbox.address(), honest.bytes());
        worker.send("somebody@strict.example", mailbox.address(), forged.bytes());

        assertThat(addedTo(mailbox.messageWith(honest.marker()), honest))
                .contains("203.0.113.7")
                .containsPattern("(?s)spf=pass.*sender\\.example");
        assertThat(addedTo(mailbox.messageWith(forged.marker(), "Junk"), forged))
                .contains("198.51.100.23")
                .containsPattern("(?s)spf=fail.*strict\\.example");
    }

    @Test
    void delivers_what_came_without_a_word_about_the_client() {
        var mailbox = platform.newMailbox();
        var message = aMessage().withoutTraceBlock();

        assertThat(worker.send(SENDER, mailbox.address(), message.bytes()).kind())
                .isEqualTo("accept");

        var received = mailbox.messageWith(message.marker());
        assertThat(received).endsWith(message.bytes());
        assertThat(addedTo(received, message)).doesNotContain("spf=pass").doesNotContain("spf=fail");
    }

    private static String addedTo(byte[] received, MessageBuilder sent) {
        return MessageBuilder.latin1(received).substring(0, received.length - sent.bytes().length);
    }
}
