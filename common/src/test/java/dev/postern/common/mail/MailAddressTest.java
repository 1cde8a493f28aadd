package dev.postern.common.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simple@example.com",
                "very.common@example.com",
                "user+mailbox@example.com",
                "customer/department=shipping@example.com",
                "$A12345@example.com",
                "!def!xyz%abc@example.com",
                "_somename@example.com",
                "\"Abc@def\"@example.com",
                "\"Fred Bloggs\"@example.com",
                "\"Joe.\\\\Blow\"@example.com",
                "\"very.(),:;<>[]\\\".VERY.\\\"very@\\\\ \\\"very\\\".unusual\"@strange.example.com",
                "\"..\"@example.com",
                "root@localhost",
                "cron@my_host.example.com",
                "用户@example.com",
                "Pelé@example.com"
            })
    void takesWhatTheStandardsGiveAsExamples(String text) {
        assertThat(MailAddress.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '→', textBlock = """
            Ann@EXAMPLE.com          → Ann@example.com
            "plain"@example.com      → plain@example.com
            "pl\\ain"@example.com    → plain@example.com
            δοκιμή@παράδειγμα.δοκιμή → δοκιμή@xn--hxajbheg2az3al.xn--jxalpdlp
            """)
    void writesEachAddressInOneForm(String text, String envelopeForm) {
        assertThat(MailAddress.parse(text)).hasToString(envelopeForm);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '→', textBlock = """
            plain                 → needs an @
            @example.com          → local part before the @ is empty
            ""@example.com        → local part before the @ is empty
            ann@                  → the domain is empty
            a b@example.com       → U+0020 (SPACE) at position 2 may stand in a local part only inside quotes
            a@b@example.com       → U+0040 (COMMERCIAL AT) at position 4 is not allowed in a domain
            .ann@example.com      → U+002E (FULL STOP) at position 1 must stand between
            ann.@example.com      → U+002E (FULL STOP) at position 4 must stand between
            a..b@example.com      → U+002E (FULL STOP) at position 3 must stand between
            "ann@example.com      → not closed
            "an"n@example.com     → U+006E (LATIN SMALL LETTER N) at position 5 follows the closing quote
            "ann\\"               → not closed
            ann@[192.0.2.1]       → address literal
            ann@[IPv6:2001:db8::1] → address literal
            ann@192.0.2.1         → ends in a number
            ann@example..com      → empty label at position 13
            ann@example.com.      → empty label at position 17
            ann@exa mple.com      → U+0020 (SPACE) at position 8 is not allowed in a domain
            <ann@example.com>     → U+003C (LESS-THAN SIGN) at position 1
            """)
    void saysWhatIsWrongAndWhere(String text, String reason) {
        assertThatExceptionOfType(MalformedAddress.class)
                .isThrownBy(() -> MailAddress.parse(text))
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nRCPT TO:<b@example.com",
                "\"a\nb\"@example.com",
                "a\u0000@example.com",
                "\u0085@example.com"
            })
    void refusesControlCharactersWithoutRepeatingThem(String text) {
        assertThatExceptionOfType(MalformedAddress.class)
                .isThrownBy(() -> MailAddress.parse(text))
                .satisfies(refusal -> assertThat(refusal.getMessage()).matches("\\p{Print}+"));
    }

    @Test
    void countsOctetsNotCharacters() {
        assertThat(MailAddress.parse("ü".repeat(32) + "@example.com")
                        .localPart()
                        .value())
                .hasSize(32);
        assertThatExceptionOfType(MalformedAddress.class)
                .isThrownBy(() -> MailAddress.parse("ü".repeat(33) + "@example.com"))
                .withMessageContaining("66 octets, at most 64");
    }

    @Test
    void takes254OctetsAndNotOneMore() {
        var localPart = "a".repeat(64);
        var domain = ("b".repeat(62) + ".").repeat(2) + "b".repeat(63);

        assertThat(MailAddress.parse(localPart + "@" + domain).toString()).hasSize(254);
        assertThatExceptionOfType(MalformedAddress.class)
                .isThrownBy(() -> MailAddress.parse(localPart + "@" + domain + ".x"))
                .withMessageContaining("256 octets, at most 254");
    }

    @Test
    void findsAMailboxWhateverTheCase() {
        assertThat(MailAddress.parse("Änn.Smith@Example.COM").normalized()).hasToString("änn.smith@example.com");
    }
}
