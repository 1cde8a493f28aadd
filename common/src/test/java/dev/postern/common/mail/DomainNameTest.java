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
    @ValueSource(strings = {"xn--i-7iq.ws", "xn--a.example", "xn--99999999.example"})
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
                "ab--é.example"
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
    void cannotBeMadeFromAnotherFormThanTheCanonicalOne() {
        assertThatExceptionOfType(MalformedAddress.class).isThrownBy(() -> new DomainName("Example.com"));
    }
}
