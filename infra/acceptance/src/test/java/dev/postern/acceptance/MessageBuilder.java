package dev.postern.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.io.ByteArrayOutputStream;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Random;
import java.util.function.ToIntFunction;

/** Builds the bytes of a message as Cloudflare hands it to the Worker: its trace block, then the sender's own bytes. */
final class MessageBuilder {

    private final String marker = UniqueId.next();
    // Now: Rspamd holds an old date against a message.
    private final String date = RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC));
    private String clientAddress = "203.0.113.7";
    private String helo = "mail.sender.example";
    private String senderDomain = "sender.example";
    private String transactionId = UniqueId.next();
    private String headers = "";
    private byte[] body = "Hello.\r\n".getBytes(US_ASCII);
    private boolean traceBlock = true;

    static MessageBuilder aMessage() {
        return new MessageBuilder();
    }

    /** A text that stands in this message's subject and in no other. */
    String marker() {
        return marker;
    }

    MessageBuilder from(String clientAddress, String helo, String senderDomain) {
        this.clientAddress = clientAddress;
        this.helo = helo;
        this.senderDomain = senderDomain;
        return this;
    }

    /** The sender tries again: Cloudflare's part is another, the sender's bytes are the same. */
    MessageBuilder again() {
        transactionId = UniqueId.next();
        return this;
    }

    MessageBuilder withoutTraceBlock() {
        traceBlock = false;
        return this;
    }

    MessageBuilder header(String line) {
        headers += line + "\r\n";
        return this;
    }

    MessageBuilder body(String text) {
        return body(text.replaceAll("\r?\n", "\r\n").getBytes(US_ASCII));
    }

    MessageBuilder body(byte[] bytes) {
        body = bytes;
        return this;
    }

    MessageBuilder attachment(byte[] content) {
        header("MIME-Version: 1.0");
        header("Content-Type: application/octet-stream");
        header("Content-Transfer-Encoding: base64");
        return body(Base64.getMimeEncoder(76, new byte[] {'\r', '\n'}).encode(content));
    }

    /** Fills the message with printable lines up to exactly this many bytes. */
    MessageBuilder filledTo(int size) {
        return filledTo(size, random -> 'a' + random.nextInt(26));
    }

    /** With words instead of one long row of letters: much more work for the filter. */
    MessageBuilder filledWithWordsTo(int size) {
        return filledTo(size, random -> random.nextInt(6) == 0 ? ' ' : 'a' + random.nextInt(26));
    }

    private MessageBuilder filledTo(int size, ToIntFunction<Random> letter) {
        body = new byte[0];
        int room = size - bytes().length;
        var filling = new byte[room];
        var random = new Random(room);
        for (int at = 0; at < room; at++) {
            int column = at % 76;
            filling[at] = (byte) (column == 74 ? '\r' : column == 75 ? '\n' : letter.applyAsInt(random));
        }
        filling[room - 2] = '\r';
        filling[room - 1] = '\n';
        body = filling;
        return this;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        if (traceBlock) {
            out.writeBytes(cloudflareBlock().getBytes(US_ASCII));
        }
        out.writeBytes(senderBytes());
        return out.toByteArray();
    }

    byte[] senderBytes() {
        var out = new ByteArrayOutputStream();
        out.writeBytes("""
                From: Somebody <somebody@%2$s>
                To: someone@%3$s
                Subject: Message %1$s
                Message-ID: <%1$s@%2$s>
                Date: %4$s
                """.formatted(marker, senderDomain, Platform.DOMAIN, date)
                .replace("\n", "\r\n")
                .getBytes(US_ASCII));
        out.writeBytes(headers.getBytes(ISO_8859_1));
        out.writeBytes("\r\n".getBytes(US_ASCII));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private String cloudflareBlock() {
        return """
                Received: from %1$s (%2$s)
                        by cloudflare-email.net (cloudflare) id %3$s
                        for <someone@%4$s>; %6$s
                ARC-Seal: i=1; a=rsa-sha256; s=2022; d=cloudflare-email.net; cv=none;
                        b=%3$s==
                ARC-Message-Signature: i=1; a=rsa-sha256; s=2022; d=cloudflare-email.net;
                        c=relaxed/relaxed; h=from:to:subject; t=1; bh=AAAA=; b=%3$s==
                ARC-Authentication-Results: i=1; mx.cloudflare.net;
                        dkim=none; spf=pass smtp.mailfrom=somebody@%5$s smtp.remote-ip=%2$s
                Received-SPF: pass (mx.cloudflare.net: domain of somebody@%5$s designates %2$s as permitted sender)
                        receiver=mx.cloudflare.net; client-ip=%2$s; envelope-from="somebody@%5$s"; helo=%1$s;
                Authentication-Results: mx.cloudflare.net;
                        dkim=none; spf=pass smtp.mailfrom=somebody@%5$s
                X-CF-SpamH-Score: 0
                """.formatted(helo, clientAddress, transactionId, Platform.DOMAIN, senderDomain, date)
                .replace("\n", "\r\n");
    }

    static String latin1(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
