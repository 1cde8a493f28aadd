package dev.postern.ingest.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.support.Mails;
import dev.postern.ingest.trace.ClientIdentity;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XtextTest {

    @ParameterizedTest
    @CsvSource({
        "mail.sender.example, mail.sender.example",
        "a+b, a+2Bb",
        "a=b, a+3Db",
        "a b, a+20b",
        "ü, +C3+BC",
        "'x\r\nRSET', x+0D+0ARSET",
        "[203.0.113.7], [203.0.113.7]"
    })
    void encodesWhatWouldBreakTheCommand(String text, String encoded) {
        assertThat(Xtext.encode(text)).isEqualTo(encoded);
    }

    @Property(tries = 2000)
    void isOneWordOfPrintableAsciiThatSaysTheSame(@ForAll @StringLength(max = 100) String text) {
        var encoded = Xtext.encode(text);
        assertThat(encoded).matches("[!-~]*").doesNotContain("=");
        assertThat(decode(encoded)).isEqualTo(text.getBytes(UTF_8));
    }

    @Test
    void namesTheClientAsPostfixWantsIt() {
        assertThat(Xtext.xclient(Mails.clientAt("203.0.113.7", "mail.sender.example")))
                .isEqualTo("XCLIENT ADDR=203.0.113.7 NAME=[UNAVAILABLE] HELO=mail.sender.example");
        assertThat(Xtext.xclient(Mails.clientAt("2001:db8::7", "six")))
                .isEqualTo("XCLIENT ADDR=IPV6:2001:db8:0:0:0:0:0:7 NAME=[UNAVAILABLE] HELO=six");
    }

    @Test
    void saysSoWhereSomethingIsNotKnown() {
        assertThat(Xtext.xclient(ClientIdentity.UNKNOWN))
                .isEqualTo("XCLIENT ADDR=0.0.0.0 NAME=[UNAVAILABLE] HELO=[UNAVAILABLE]");
        assertThat(Xtext.xclient(
                        new ClientIdentity(Mails.clientAt("203.0.113.7", "x").address(), Optional.empty())))
                .isEqualTo("XCLIENT ADDR=203.0.113.7 NAME=[UNAVAILABLE] HELO=[UNAVAILABLE]");
    }

    /** RFC 3461 §4. */
    private static byte[] decode(String xtext) {
        var bytes = new ByteArrayOutputStream();
        for (int index = 0; index < xtext.length(); index++) {
            if (xtext.charAt(index) == '+') {
                bytes.write(HexFormat.fromHexDigits(xtext, index + 1, index + 3));
                index += 2;
            } else {
                bytes.write(xtext.charAt(index));
            }
        }
        return bytes.toByteArray();
    }
}
