package dev.postern.ingest.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "a@b.example, a@b.example",
        "a%40b.example, a@b.example",
        "a+b%2Bc, a+b+c",
        "%3C%3e, <>",
        "%C3%BC, ü",
        "%F0%9F%93%AE, 📮",
        "%25%20, '% '"
    })
    void decodes(String encoded, String text) {
        assertThat(PercentEncoding.decode(encoded)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a%4", "%4", "%zz", "%-1", "% 1", "a b", "a\tb", "ü", "\0", "%C3", "%FF", "%ED%A0%80"})
    void refusesWhatOurWorkerDoesNotWrite(String text) {
        assertThatThrownBy(() -> PercentEncoding.decode(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(text);
    }

    @Property(tries = 2000)
    void givesBackWhatWasEncoded(@ForAll @From("texts") String text) {
        assertThat(PercentEncoding.decode(URLEncoder.encode(text, UTF_8).replace("+", "%20")))
                .isEqualTo(text);
    }

    @Property(tries = 3000)
    void decodesOrRefusesAnythingAndFailsNoOtherWay(@ForAll @From("anything") String text) {
        try {
            assertThat(PercentEncoding.decode(text)).hasSizeLessThanOrEqualTo(text.length());
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageMatching("[ -~]+");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(60).filter(PercentEncodingTest::isWellFormed);
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.oneOf(
                Arbitraries.of("%", "%4", "0", "%C3", "%BC", "a", "@", " ", "%zz", "ü", "\u0000", "\ud83d")
                        .list()
                        .ofMaxSize(20)
                        .map(pieces -> String.join("", pieces)),
                Arbitraries.strings().ofMaxLength(60));
    }

    private static boolean isWellFormed(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }
}
