package dev.postern.common.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

    @ParameterizedTest
    @CsvSource({
        "bücher.example, xn--bcher-kva.example",
        "BÜCHER.Example, xn--bcher-kva.example",
        "straße.example, xn--strae-oqa.example",
        "φως.example, xn--3xahj.example",
        "ΦΩΣ.example, xn--4xafj.example",
        "क्\u200Dष.example, xn--11b2ezcw70k.example",
        "例え.テスト, xn--r8jz45g.xn--zckzah",
        "नेपाल.example, xn--l2bey1c2b.example",
        "ישראל.example, xn--4dbrk0ce.example",
        "l·l.example, xn--ll-0ea.example",
        "コーヒー・豆.example, xn--tck2c2fcb5331l.example"
    })
    void writesInternationalNamesAsDnsHasThem(String unicode, String ascii) {
        assertThat(DomainName.parse(unicode).ascii()).isEqualTo(ascii);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xn--bcher-kva.example", "xn--strae-oqa.de", "xn--r8jz45g.xn--zckzah", "example.com"})
    void showsANameAndFindsItAgain(String ascii) {
        var domain = DomainName.parse(ascii);

        assertThat(DomainName.parse(domain.unicode())).isEqualTo(domain);
        assertThat(domain.unicode()).doesNotContain("xn--");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xn--i-7iq.ws", "xn--a.example", "xn--99999999.example", "1.xn--4dbrk0ce"})
    void takesButDoesNotShowALabelThatStandsForNoProperName(String ascii) {
        assertThat(DomainName.parse(ascii).unicode()).isEqualTo(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i❤.ws",
                "a\u200Db.example",
                "a\u200Bb.example",
                "full。stop.example",
                "ﬁsh.example",
                "\u0301a.example",
                "a\u2024b.example",
                "l·x.example",
                "a・b.example",
                "אa.example",
                "1א.example",
                "\uD800.example",
                "٠۰.example",
                "aé--b.example",
                "ab--é.example",
                "xn--é.example",
                "-é.example",
                "é_a.example",
                "ａ.example",
                "1.ישראל"
            })
    void refusesWhatIdna2008DoesNotPermit(String text) {
        assertThatExceptionOfType(MalformedAddress.class).isThrownBy(() -> DomainName.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            -a.example → begins or ends with a hyphen
            a-.example → begins or ends with a hyphen
            a,b.example → U+002C (COMMA) at position 2
            .example → empty label at position 1
            123 → ends in a number
            ok.i❤.ws → U+2764 (HEAVY BLACK HEART) at position 5
            ok.ﬁsh.example → U+FB01 (LATIN SMALL LIGATURE FI) at position 4
            ok.éa- → label at position 4 begins or ends with a hyphen
            ok.אa.example → label at position 4 mixes writing directions
            1.ישראל → mixes writing directions from label to label
            l·x.example → label at position 1 has a punctuation mark outside the script
            xn--é.example → begins with xn-- but is no A-label
            """)
    void saysWhatIsWrong(String text, String reason) {
        assertThatExceptionOfType(MalformedAddress.class)
                .isThrownBy(() -> DomainName.parse(text))
                .withMessageContaining(reason);
    }

    @Test
    void keepsTheLimitsOfDns() {
        var label = "a".repeat(63);
        var longest = String.join(".", label, label, label, "b".repeat(61));

        assertThat(DomainName.parse(longest).ascii()).hasSize(253);
        assertThatExceptionOfType(MalformedAddress.class)
                .isThrownBy(() -> DomainName.parse(longest + "b"))
                .withMessageContaining("254 characters, at most 253");
        assertThatExceptionOfType(MalformedAddress.class)
                .isThrownBy(() -> DomainName.parse("a" + label + ".example"))
                .withMessageContaining("64 characters, at most 63");
    }

    @Test
    void keepsTheLimitsOfDnsForInternationalLabels() {
        assertThat(DomainName.parse("é".repeat(57) + ".example").ascii()).hasSize(63 + ".example".length());
        assertThatExceptionOfType(MalformedAddress.class)
                .isThrownBy(() -> DomainName.parse("é".repeat(58) + ".example"))
                .withMessageContaining("64 characters, at most 63");
        assertThatExceptionOfType(MalformedAddress.class)
                .isThrownBy(() -> DomainName.parse("é".repeat(100_000)))
                .withMessageContaining("100000 characters, at most 63");
    }

    @Test
    void keepsSharpSApartFromTwoS() {
        assertThat(DomainName.parse("straße.de")).isNotEqualTo(DomainName.parse("strasse.de"));
        assertThat(DomainName.parse("STRAẞE.de")).isEqualTo(DomainName.parse("straße.de"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_dmarc.example.com", "a_b.example", "_dmarc.xn--bcher-kva.example"})
    void letsAnUnderscoreThrough(String ascii) {
        assertThat(DomainName.parse(ascii).ascii()).isEqualTo(ascii);
    }

    @Test
    void cannotBeMadeFromAnotherFormThanTheCanonicalOne() {
        assertThatExceptionOfType(MalformedAddress.class).isThrownBy(() -> new DomainName("Example.com"));
    }
}
