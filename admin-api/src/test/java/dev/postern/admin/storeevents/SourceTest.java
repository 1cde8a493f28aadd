package dev.postern.admin.storeevents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "10.1.2.3",
                "172.20.0.9",
                "192.168.1.1",
                "100.64.0.7",
                "100.127.255.255",
                "fd7a::1",
                "fe80::1"
            })
    void knowsWhatIsInside(String address) {
        assertThat(Source.of(Optional.of(address))).isEqualTo(Source.INSIDE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9", "100.63.255.255", "100.128.0.1", "172.32.0.1", "2001:db8::7"})
    void knowsWhatIsOutside(String address) {
        assertThat(Source.of(Optional.of(address))).isEqualTo(Source.OUTSIDE);
    }

    @Test
    void knowsNothingOfNobody() {
        assertThat(Source.of(Optional.empty())).isEqualTo(Source.UNKNOWN);
    }

    @Property
    void takesAnything(@ForAll String text) {
        assertThat(Source.of(Optional.of(text))).isNotNull();
    }
}
