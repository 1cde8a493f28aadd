package dev.postern.admin.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.org",
                "https://hooks.example.org/postern?to=a%20b",
                "https://hooks.example.org:8443/",
                "https://[2001:4860:4860::8888]/",
                "HTTPS://hooks.example.org/"
            })
    void takesAddressesWithHttps(String text) {
        assertThat(TargetUrl.parse(" " + text + "\n")).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example.org",
                "http://hooks.example.org/",
                "https://user:secret@hooks.example.org/",
                "https://hooks.example.org/#here",
                "https:///path",
                "https:hooks.example.org",
                "https://hooks.example.org:0/",
                "https://hooks.example.org:70000/",
                "https://hooks.example.org/a b",
                "https://hooks.example.org/\r\nX-Other: 1",
                "https://höoks.example.org/",
                "file:///etc/passwd",
                "gopher://hooks.example.org/"
            })
    void refusesWhatIsNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetUrl.parse(text))
                .withMessageContaining("https://hooks.example.org");
    }

    @Property(tries = 500)
    void isEitherHttpsOrRefused(@ForAll String text) {
        try {
            assertThat(TargetUrl.parse("https://h.example/" + text).uri().getHost())
                    .isEqualTo("h.example");
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("cannot be told anything");
        }
    }
}
