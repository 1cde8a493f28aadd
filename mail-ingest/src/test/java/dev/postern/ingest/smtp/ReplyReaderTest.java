package dev.postern.ingest.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.common.mail.SmtpReply;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ReplyReaderTest {

    @Test
    void readsOneReplyAfterTheOtherHoweverTheyArrive() throws IOException {
        var wire = "250-first\r\n250 second\r\n354\r\n550 5.1.1 no ü\n";
        for (int most : new int[] {1, 2, 7, 1000}) {
            var replies = new ReplyReader(inPieces(wire.getBytes(UTF_8), most));
            assertThat(replies.read()).containsExactly("250-first", "250 second");
            assertThat(replies.read()).containsExactly("354");
            assertThat(replies.read()).containsExactly("550 5.1.1 no ü");
        }
    }

    @Test
    void saysThatTheServerHasGone() {
        assertThatThrownBy(() -> reader("").read()).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> reader("250 half a li").read()).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> reader("250-goes on\r\n").read()).isInstanceOf(EOFException.class);
    }

    @Test
    void readsNoLineWithoutEnd() throws IOException {
        assertThat(reader("250 " + "x".repeat(2000) + "\r\n").read()).hasSize(1);
        assertThatThrownBy(() -> reader("250 " + "x".repeat(3000) + "\r\n").read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("2048");
    }

    @Test
    void readsNoReplyWithoutEnd() throws IOException {
        var lines = reader("250-again\r\n".repeat(5000)).read();
        assertThat(lines).hasSize(100);
        assertThatThrownBy(() -> SmtpReply.parse(lines)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Whatever a server sends: a reply, an end, or an {@link IOException}, and never more lines or bytes than bounded. */
    @Property(tries = 2000)
    void takesAnything(@ForAll @From("wires") String wire) throws IOException {
        var replies = new ReplyReader(inPieces(wire.getBytes(ISO_8859_1), 5));
        int read = 0;
        try {
            for (var lines = replies.read(); ; lines = replies.read()) {
                read += lines.size();
                assertThat(lines)
                        .hasSizeBetween(1, 100)
                        .allSatisfy(
                                line -> assertThat(line).doesNotContain("\n").hasSizeLessThanOrEqualTo(2048));
            }
        } catch (EOFException end) {
            assertThat(read).isLessThanOrEqualTo((int)
                    wire.chars().filter(octet -> octet == '\n').count());
        }
    }

    @Property(tries = 500)
    void comesBackAsItWasSent(@ForAll @From("texts") List<String> texts) throws IOException {
        var wire = new StringBuilder();
        for (int line = 0; line < texts.size(); line++) {
            wire.append(line < texts.size() - 1 ? "250-" : "250 ")
                    .append(texts.get(line))
                    .append("\r\n");
        }
        var lines = reader(wire.toString()).read();
        assertThat(lines.stream().map(line -> line.substring(4))).isEqualTo(texts);
    }

    @Provide
    Arbitrary<String> wires() {
        return Arbitraries.of("250", "-", " ", "\r", "\n", "\r\n", "x", "\0", "\u00ff", "999", "ok\r\n")
                .list()
                .ofMaxSize(60)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .ofMaxLength(70)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static ReplyReader reader(String wire) {
        return new ReplyReader(new ByteArrayInputStream(wire.getBytes(UTF_8)));
    }

    private static InputStream inPieces(byte[] wire, int most) {
        return new ByteArrayInputStream(wire) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, most));
            }
        };
    }
}
