package dev.postern.ingest.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceBlockTest {

    private static final String RECEIVED = """
            Received: from mail-ej1-f44.google.com (209.85.218.44)
                    by cloudflare-email.net (cloudflare) id 5Fqz8uAAbCdE
                    for <bob@example.net>; Tue, 24 Nov 2026 03:14:15 +0000
            """;
    private static final String ARC_SEAL = """
            ARC-Seal: i=1; a=rsa-sha256; s=2022; d=cloudflare-email.net; cv=none;
            \tb=AbCd/ef+gh==;
            """;
    private static final String ARC_SIGNATURE = """
            ARC-Message-Signature: i=1; a=rsa-sha256; s=2022; d=cloudflare-email.net; c=relaxed/relaxed;
            \th=To:Subject; t=1; bh=x; b=y;
            """;
    private static final String ARC_RESULTS = """
            ARC-Authentication-Results: i=1; mx.cloudflare.net; dkim=pass header.d=sender.example;
            \tsmtp.remote-ip=209.85.218.44
            """;
    private static final String SPF = """
            Received-SPF: pass (mx.cloudflare.net: domain of ann@sender.example designates 209.85.218.44 as permitted sender)
            \treceiver=mx.cloudflare.net; client-ip=209.85.218.44; envelope-from="ann@sender.example"; helo=mail-ej1-f44.google.com;
            """;
    private static final String RESULTS = """
            Authentication-Results: mx.cloudflare.net; dkim=pass; dmarc=pass; spf=pass; arc=none
            """;
    private static final String SCORE = "X-CF-SpamH-Score: 0\n";
    private static final String BLOCK = RECEIVED + ARC_SEAL + ARC_SIGNATURE + ARC_RESULTS + SPF + RESULTS + SCORE;
    private static final String MESSAGE = "From: ann@sender.example\nSubject: hello\n\nhello\n";

    @Test
    void readsTheWholeBlock() throws Exception {
        var block = parse(BLOCK + MESSAGE);
        assertThat(block.client().address()).contains(InetAddress.ofLiteral("209.85.218.44"));
        assertThat(block.client().helo()).contains("mail-ej1-f44.google.com");
        assertThat(block.length()).isEqualTo(crlf(BLOCK).length());
    }

    @Test
    void readsLinesThatEndInALineFeedAlone() {
        var block = TraceBlock.parse((BLOCK + MESSAGE).getBytes(ISO_8859_1));
        assertThat(block.client().helo()).isPresent();
        assertThat(block.length()).isEqualTo(BLOCK.length());
    }

    @Test
    void knowsTheAddressWithoutTheRestOfTheBlock() {
        var block = parse(RECEIVED + MESSAGE);
        assertThat(block.client().address()).isPresent();
        assertThat(block.client().helo()).isEmpty();
        assertThat(block.length()).isEqualTo(crlf(RECEIVED).length());
    }

    @Test
    void takesAPartOfTheBlockInItsOrder() {
        var block = parse(RECEIVED + SPF + SCORE + MESSAGE);
        assertThat(block.client().helo()).isPresent();
        assertThat(block.length()).isEqualTo(crlf(RECEIVED + SPF + SCORE).length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001:db8:1::25",
                "[2001:db8:1::25]",
                "IPv6:2001:db8:1::25",
                "[IPv6:2001:db8:1::25]",
            })
    void readsIpv6InItsUsualForms(String literal) {
        var received = RECEIVED.replace("209.85.218.44", literal);
        assertThat(parse(received + MESSAGE).client().address()).contains(InetAddress.ofLiteral("2001:db8:1::25"));
    }

    @Test
    void knowsNothingWithoutABlock() {
        assertThat(parse(MESSAGE)).isEqualTo(new TraceBlock(ClientIdentity.UNKNOWN, 0));
        assertThat(parse("")).isEqualTo(new TraceBlock(ClientIdentity.UNKNOWN, 0));
        assertThat(parse("\n" + BLOCK)).isEqualTo(new TraceBlock(ClientIdentity.UNKNOWN, 0));
    }

    @Test
    void doesNotBelieveABlockBelowTheTop() {
        assertThat(parse("X-First: mine\n" + BLOCK + MESSAGE).length()).isZero();
        assertThat(parse(SPF + RECEIVED + MESSAGE).length()).isZero();
        assertThat(parse(SPF + RECEIVED + MESSAGE).client()).isEqualTo(ClientIdentity.UNKNOWN);
    }

    @Test
    void endsAtTheSendersOwnFieldsWhateverTheyClaim() {
        var forged = BLOCK.replace("209.85.218.44", "198.51.100.9").replace("mail-ej1-f44", "forged");
        var block = parse(BLOCK + forged + MESSAGE);
        assertThat(block.length()).isEqualTo(crlf(BLOCK).length());
        assertThat(block.client().address()).contains(InetAddress.ofLiteral("209.85.218.44"));
    }

    @Test
    void leavesAnotherForwardersArcSetToTheSender() {
        var other = ARC_SEAL.replace("cloudflare-email.net", "forwarder.example")
                + ARC_SIGNATURE.replace("cloudflare-email.net", "forwarder.example")
                + ARC_RESULTS.replace("mx.cloudflare.net", "forwarder.example");
        assertThat(parse(RECEIVED + other + MESSAGE).length())
                .isEqualTo(crlf(RECEIVED).length());
        assertThat(parse(BLOCK + other + MESSAGE).length())
                .isEqualTo(crlf(BLOCK).length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil-cloudflare-email.net", "cloudflare-email.net.evil.example", "cloudflare-email.network"})
    void doesNotMistakeSimilarNamesForCloudflare(String name) {
        assertThat(parse(RECEIVED.replace("cloudflare-email.net", name) + MESSAGE)
                        .length())
                .isZero();
        assertThat(parse(RECEIVED + ARC_SEAL.replace("cloudflare-email.net", name) + MESSAGE)
                        .length())
                .isEqualTo(crlf(RECEIVED).length());
    }

    @Test
    void givesNoAddressToWhoWritesCloudflaresNameIntoHisOwn() {
        var tricky = RECEIVED.replace(
                "mail-ej1-f44.google.com (209.85.218.44)", "x (198.51.100.1) by cloudflare-email.net (203.0.113.66)");
        assertThat(parse(tricky + MESSAGE).client().address()).isEmpty();
    }

    @Test
    void doesNotBelieveTheHeloOfAnotherAddress() {
        var other = SPF.replace("client-ip=209.85.218.44", "client-ip=198.51.100.7");
        assertThat(parse(RECEIVED + other + MESSAGE).client().helo()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "192.168.1.1",
                "172.16.0.1",
                "169.254.1.1",
                "0.0.0.0",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "1.2.3",
                "300.1.1.1",
                "1.2.3.4.5",
                "fe80::1%eth0",
                "localhost"
            })
    void givesNoAddressThatSomebodyMightTrust(String literal) {
        var received = RECEIVED.replace("209.85.218.44", literal);
        assertThat(parse(received + MESSAGE).client().address()).isEmpty();
    }

    @Property
    void copesWithAnything(@ForAll byte[] bytes, @ForAll long seed) {
        var block = crlf(BLOCK).getBytes(ISO_8859_1);
        var random = new Random(seed);
        for (int change = 0; change < 5; change++) {
            block[random.nextInt(block.length)] = (byte) random.nextInt(256);
        }
        assertThat(TraceBlock.parse(bytes).length()).isBetween(0, bytes.length);
        assertThat(TraceBlock.parse(block).length()).isBetween(0, block.length);
        assertThat(TraceBlock.parse(block).client().helo().orElse("none")).matches("[\\x21-\\x7e]+");
    }

    @Test
    void stopsWhereTheBytesEnd() {
        var whole = crlf(BLOCK + MESSAGE).getBytes(ISO_8859_1);
        for (int length = 0; length < whole.length; length++) {
            var block = TraceBlock.parse(Arrays.copyOf(whole, length));
            assertThat(block.length()).isLessThanOrEqualTo(length);
        }
    }

    private static TraceBlock parse(String text) {
        return TraceBlock.parse(crlf(text).getBytes(ISO_8859_1));
    }

    private static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }
}
