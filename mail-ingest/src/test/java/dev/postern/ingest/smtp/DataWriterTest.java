package dev.postern.ingest.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataWriterTest {

    @ParameterizedTest
    @CsvSource({
        "'', '.~'",
        "'a~', 'a~.~'",
        "'a', 'a~.~'",
        "'.', '..~.~'",
        "'.~', '..~.~'",
        "'..a~', '...a~.~'",
        "'a~.~b~', 'a~..~b~.~'",
        "'a.b~', 'a.b~.~'",
        "'a|b~', 'a~b~.~'",
        "'a|.b~', 'a~..b~.~'",
        "'|.|', '~..~.~'",
        "'a\r.b~', 'a\r.b~.~'",
        "'a\r\r|b', 'a\r~b~.~'",
        "'a\r', 'a\r~.~'"
    })
    void addsOnlyDotsAndTheCarriageReturnsThatAreMissing(String message, String wire) throws IOException {
        assertThat(written(bytes(message), 1024, 1024)).isEqualTo(unescape(wire));
    }

    @Test
    void leavesEveryOctetAsItIs() throws IOException {
        var all = new byte[256];
        for (int octet = 0; octet < all.length; octet++) {
            all[octet] = (byte) octet;
        }
        assertThat(written(all, 1024, 1024)).isEqualTo(new String(all, ISO_8859_1).replace("\n", "\r\n") + "\r\n.\r\n");
    }

    /** The reading side as RFC 5321 §4.5.2 has it gets back what was written, and sees one end only. */
    @Property(tries = 2000)
    void comesBackWhereverTheBytesAreCut(
            @ForAll @From("messages") String message,
            @ForAll @IntRange(min = 1, max = 9) int chunk,
            @ForAll @IntRange(min = 1, max = 7) int buffer)
            throws IOException {
        var wire = written(message.getBytes(ISO_8859_1), chunk, buffer);
        assertThat(wire.indexOf("\r\n.\r\n")).isIn(-1, wire.length() - 5);
        assertThat(wire).endsWith(".\r\n");
        var lines = ("\r\n" + wire.substring(0, wire.length() - 3))
                .replace("\r\n.", "\r\n")
                .substring(2);
        var clean = message.replaceAll("(?<!\r)\n", "\r\n");
        assertThat(lines).isEqualTo(clean.isEmpty() || clean.endsWith("\n") ? clean : clean + "\r\n");
    }

    @Test
    void gathersSmallWritesAndSendsTheEndWithTheLastOfThem() throws IOException {
        var writes = new ArrayList<String>();
        var writer = new DataWriter(writesInto(writes), new byte[64]);
        writer.line("X-A: 1");
        writer.line("X-B: 2");
        var body = bytes("Subject: x~~hello~");
        writer.accept(body, 0, body.length);
        writer.finish();
        assertThat(writes).containsExactly(unescape("X-A: 1~X-B: 2~Subject: x~~hello~.~"));
    }

    @Provide
    Arbitrary<String> messages() {
        return Arbitraries.strings()
                .withChars("\r\n.a")
                .withChars((char) 0, (char) 0x80, (char) 0xff)
                .ofMaxLength(60);
    }

    private static String written(byte[] message, int chunk, int buffer) throws IOException {
        var output = new ByteArrayOutputStream();
        var writer = new DataWriter(output, new byte[buffer]);
        for (int start = 0; start < message.length; start += chunk) {
            writer.accept(message, start, Math.min(chunk, message.length - start));
        }
        writer.finish();
        return output.toString(ISO_8859_1);
    }

    private static OutputStream writesInto(List<String> writes) {
        return new OutputStream() {
            @Override
            public void write(int octet) {
                throw new AssertionError("a single octet was written");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                writes.add(new String(bytes, offset, length, ISO_8859_1));
            }
        };
    }

    private static byte[] bytes(String text) {
        return unescape(text).getBytes(ISO_8859_1);
    }

    /** {@code ~} is a line end, {@code |} a line feed alone. */
    private static String unescape(String text) {
        return text.replace("~", "\r\n").replace("|", "\n");
    }
}
