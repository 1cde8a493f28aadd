package dev.postern.acceptance;

import static dev.postern.acceptance.MessageBuilder.aMessage;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The documented outcome for bytes that SMTP or IMAP has no place for (mail-ingest/README.md). */
class WhatSmtpCannotCarryIT {

    private final Platform platform = Platform.get();

    @Test
    void a_bare_line_feed_arrives_as_a_line_end() {
        assertThat(delivered("one\ntwo\r\n")).endsWith("one\r\ntwo\r\n");
    }

    @Test
    void a_bare_carriage_return_arrives_as_it_is() {
        assertThat(delivered("one\rtwo\r\n")).endsWith("one\rtwo\r\n");
    }

    @Test
    void a_missing_last_line_end_is_added() {
        assertThat(delivered("one\r\ntwo")).endsWith("one\r\ntwo\r\n");
    }

    @Test
    void a_nul_is_shown_by_imap_as_the_octet_80() {
        assertThat(delivered("one\0two\r\n")).endsWith("one\u0080two\r\n");
    }

    @Test
    void an_end_of_data_in_the_middle_smuggles_nothing() {
        var smuggled = "MAIL FROM:<evil@sender.example>";
        assertThat(delivered("one\n.\r\n" + smuggled + "\r\ntwo\r\n")).endsWith("\r\n.\r\n" + smuggled + "\r\ntwo\r\n");
        assertThat(delivered("one\r.\r" + smuggled + "\r\n")).endsWith(smuggled + "\r\n");
    }

    private String delivered(String body) {
        var mailbox = platform.newMailbox();
        var message = aMessage().body(body.getBytes(ISO_8859_1));
        var outcome = platform.worker().send("somebody@sender.example", mailbox.address(), message.bytes());
        assertThat(outcome.kind()).as(outcome.text()).isEqualTo("accept");
        return MessageBuilder.latin1(mailbox.messageWith(message.marker()));
    }
}
