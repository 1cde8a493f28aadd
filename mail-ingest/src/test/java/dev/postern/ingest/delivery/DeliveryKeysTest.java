package dev.postern.ingest.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.common.mail.MailAddress;
import dev.postern.common.mail.Sha256;
import dev.postern.ingest.support.Bodies;
import dev.postern.ingest.support.Mails;
import dev.postern.ingest.trace.TraceBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class DeliveryKeysTest {

    private static final byte[] SECRET = Sha256.of("a secret".getBytes(UTF_8)).bytes();
    private static final String MESSAGE = "From: ann@sender.example\r\nSubject: x\r\n\r\nhello\r\n";

    @TempDir
    Path directory;

    private DeliveryKeys keys;

    @BeforeEach
    void start() throws IOException {
        keys = keysWith(Base64.getEncoder().encodeToString(SECRET));
        keys.start();
    }

    @Test
    void isTheSameForASecondTryWithOtherTraceHeaders() throws IOException {
        var first = keyOf(Mails.aMail(), traceBlock("first", "203.0.113.7") + MESSAGE);
        var second = keyOf(Mails.aMail(), traceBlock("second", "203.0.113.99") + MESSAGE);
        assertThat(second).isEqualTo(first).isEqualTo(keyOf(Mails.aMail(), MESSAGE));
    }

    @Test
    void isAnotherForAnotherMessageSenderOrRecipient() throws IOException {
        assertThat(new DeliveryKey[] {
                    keyOf(Mails.aMail(), MESSAGE),
                    keyOf(Mails.aMail(), MESSAGE + " "),
                    keyOf(Mails.aMail().from("eve@sender.example"), MESSAGE),
                    keyOf(Mails.aMail().from(""), MESSAGE),
                    keyOf(Mails.aMail().to("bob@example.org"), MESSAGE),
                    keyOf(Mails.aMail().to("Bob@example.net"), MESSAGE)
                })
                .doesNotHaveDuplicates();
    }

    /** Where one part ends and the next begins is part of what is digested. */
    @Test
    void doesNotMixUpItsParts() throws IOException {
        assertThat(keyOf(Mails.aMail().from("a@b.example").to("c@d.example"), ""))
                .isNotEqualTo(keyOf(Mails.aMail().from("a@b.ex").to("amplec@d.example"), ""));
        assertThat(keyOf(Mails.aMail().from("").to("c@d.example"), "c@d.example"))
                .isNotEqualTo(keyOf(Mails.aMail().from("c@d.example").to("c@d.example"), ""));
        assertThat(keyOf(Mails.aMail().to("c@d.ex"), "ample"))
                .isNotEqualTo(keyOf(Mails.aMail().to("c@d.example"), ""));
    }

    @Test
    void isTheHmacThatIsDocumented() throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        mac.update("\0\0\0\u0012ann@sender.example\0\0\0\u000fbob@example.net".getBytes(UTF_8));
        var first = Arrays.copyOf(mac.doFinal(MESSAGE.getBytes(UTF_8)), 16);
        mac.update("\1\0\0\0\u000fbob@example.net".getBytes(UTF_8));
        var second = Arrays.copyOf(mac.doFinal(first), 16);
        assertThat(keyOf(Mails.aMail(), MESSAGE).toString())
                .isEqualTo(HexFormat.of().formatHex(first) + HexFormat.of().formatHex(second));
    }

    @Test
    void knowsWhomAKeyWasMadeFor() throws IOException {
        var key = keyOf(Mails.aMail(), MESSAGE);
        assertThat(keys.isFor(Mails.aMail().envelope().recipient(), key)).isTrue();
        assertThat(keys.isFor(MailAddress.parse("eve@example.net"), key)).isFalse();
    }

    @Test
    void takesNoKeyForItsOwnThatItDidNotMake() throws IOException {
        var recipient = Mails.aMail().envelope().recipient();
        assertThat(keys.isFor(recipient, Mails.randomKey())).isFalse();
        for (int bit = 0; bit < 256; bit++) {
            var changed = keyOf(Mails.aMail(), MESSAGE).bytes();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(keys.isFor(recipient, new DeliveryKey(Sha256.fromBytes(changed))))
                    .isFalse();
        }
    }

    @Test
    void cannotBeToldWithoutTheSecret() throws IOException {
        var before = keyOf(Mails.aMail(), MESSAGE);
        keys = keysWith(Base64.getEncoder().encodeToString(Sha256.of(SECRET).bytes()));
        keys.start();
        assertThat(keyOf(Mails.aMail(), MESSAGE)).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2hvcnQ=", "not base64!", "-----BEGIN KEY-----"})
    void doesNotStartWithASecretOfNoUse(String content) throws IOException {
        var unusable = keysWith(content);
        assertThatThrownBy(unusable::start)
                .hasMessageContaining("ingest_delivery_key")
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageNotContaining(content);
        assertThat(unusable.isRunning()).isFalse();
    }

    @Test
    void doesNotStartWithoutASecret() {
        var missing = new DeliveryKeys(settings(directory.resolve("nowhere")));
        assertThatThrownBy(missing::start).hasMessageContaining("nowhere");
    }

    private DeliveryKey keyOf(Mails mail, String message) throws IOException {
        var bytes = message.getBytes(UTF_8);
        return keys.keyOf(
                mail.envelope(), Bodies.of(bytes), TraceBlock.parse(bytes).length());
    }

    private DeliveryKeys keysWith(String content) throws IOException {
        return new DeliveryKeys(settings(Files.writeString(directory.resolve("ingest_delivery_key"), content + "\n")));
    }

    static DeliverySettings settings(Path keyFile) {
        return new DeliverySettings(
                keyFile, Duration.ofSeconds(20), 4, 2, DataSize.ofMegabytes(2), Duration.ofMillis(20));
    }

    private static String traceBlock(String id, String address) {
        return """
                Received: from mail.sender.example (%2$s)
                        by cloudflare-email.net (cloudflare) id %1$s
                        for <bob@example.net>; Fri, 01 May 2026 10:00:00 +0000
                Received-SPF: pass (mx.cloudflare.net: domain) receiver=mx.cloudflare.net; client-ip=%2$s; helo=mail.sender.example;
                X-CF-SpamH-Score: 0
                """.formatted(id, address).replace("\n", "\r\n");
    }
}
