package dev.postern.ingest.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.support.Bodies;
import dev.postern.ingest.support.Mails;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarriedKeysTest {

    private static final DeliveryKey KEY = Mails.randomKey();
    private static final Pattern FIELD = Pattern.compile(
            "(?<![^\\n])(?i:x-postern-delivery-key):[ \\t]*(\\r?\\n[ \\t]+)?[0-9a-f]{64}[ \\t]*\\r?\\n");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Postern-Delivery-Key: %s\r\n",
                "X-Postern-Delivery-Key: %s\n",
                "x-postern-delivery-key:%s  \r\n",
                "X-Postern-Delivery-Key:\r\n\t%s\r\n",
                "Received: from a\r\n by b\r\nX-Postern-Delivery-Key: %s\r\nX-Postern-Trace-Id: x\r\n",
            })
    void findsAKeyHoweverItIsWritten(String header) throws IOException {
        assertThat(keysIn(header.formatted(KEY) + "Subject: x\r\n\r\nhello\r\n"))
                .containsExactly(KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\nX-Postern-Delivery-Key: %s\r\n",
                "Subject: x\n\nX-Postern-Delivery-Key: %s\r\n",
                "Subject: x\r\n X-Postern-Delivery-Key: %s\r\n",
                "X-Postern-Delivery-Keys: %s\r\n",
                "X-Postern-Delivery-Key: %s0\r\n",
                "X-Postern-Delivery-Key: %s, %1$s\r\n",
                "X-Postern-Delivery-Key: g%s\r\n",
                "X-Postern-Delivery-Key: abc\r\n",
                "X-Postern-Delivery-Key:\r\n%s\r\n",
                "X-Postern-Delivery-Key",
                "X-Postern-Delivery-Key:",
            })
    void findsNoneWhereThereIsNone(String message) throws IOException {
        assertThat(keysIn(message.formatted(KEY) + "Subject: x\r\n\r\nhello\r\n"))
                .isEmpty();
    }

    @Test
    void findsThemTopmostFirst() throws IOException {
        var other = Mails.randomKey();
        assertThat(keysIn(field(other) + "X-Other: y\r\n" + field(KEY) + "\r\n"))
                .containsExactly(other, KEY);
    }

    @Test
    void findsAKeyBelowALongHeader() throws IOException {
        assertThat(keysIn("X-Long: x\r\n".repeat(5000) + field(KEY) + "\r\nhello\r\n"))
                .containsExactly(KEY);
    }

    @Test
    void looksAtSoManyAndSoFarOnly() throws IOException {
        assertThat(keysIn(field(KEY).repeat(10_000) + "\r\n")).hasSize(CarriedKeys.MAX_KEYS);
        assertThat(keysIn("X-Long: " + "x".repeat(CarriedKeys.MAX_HEADER) + "\r\n" + field(KEY) + "\r\n"))
                .isEmpty();
    }

    @Property(tries = 2000)
    void copesWithAnything(@ForAll byte[] bytes) throws IOException {
        assertThat(CarriedKeys.in(Bodies.of(bytes))).isEmpty();
    }

    /** Pieces of what matters, in any order: found is only what stands above the first empty line and begins one. */
    @Property(tries = 2000)
    void findsJustTheFieldsOfTheHeader(@ForAll @From("pieces") List<String> pieces) throws IOException {
        var message = String.join("", pieces);
        var header = message.split("(?<![^\\n])\\r?\\n", 2)[0];
        long wanted = FIELD.matcher(header).results().count();
        assertThat(keysIn(message)).hasSize((int) wanted).allMatch(KEY::equals);
    }

    @Property(tries = 500)
    void copesWithEveryChangeAndEveryEnd(@ForAll Random random) throws IOException {
        var bytes = ("Received: x\r\n" + field(KEY) + "Subject: x\r\n\r\nhello\r\n").getBytes(ISO_8859_1);
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        var text = new String(bytes, 0, random.nextInt(bytes.length + 1), ISO_8859_1);
        assertThat(keysIn(text)).hasSizeLessThanOrEqualTo(1);
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        field(KEY),
                        "X-POSTERN-DELIVERY-KEY:" + KEY + "\n",
                        "\r\n",
                        "\n",
                        "\r",
                        " ",
                        "Subject: x\r\n",
                        "X-Postern-Delivery-Key: ",
                        KEY.toString(),
                        "\0")
                .list()
                .ofMaxSize(12);
    }

    private static String field(DeliveryKey key) {
        return "X-Postern-Delivery-Key: " + key + "\r\n";
    }

    private static List<DeliveryKey> keysIn(String message) throws IOException {
        return CarriedKeys.in(Bodies.of(message.getBytes(ISO_8859_1)));
    }
}
