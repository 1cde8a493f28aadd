package dev.postern.admin.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "100.64.0.0/10, 100.127.255.255, true",
        "100.64.0.0/10, 100.128.0.0, false",
        "10.0.0.7, 10.0.0.7, true",
        "10.0.0.7, 10.0.0.8, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, ::1, false",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe80::1, false",
        "2001:db8::1, 2001:db8::1, true"
    })
    void knowsWhatLiesInIt(String network, String address, boolean inside) {
        assertThat(Network.parse(network).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.1.0.0/16, true",
        "10.0.0.0/8, 10.0.0.0/8, true",
        "10.1.0.0/16, 10.0.0.0/8, false",
        "10.0.0.0/8, 11.0.0.0/16, false",
        "0.0.0.0/0, fd00::/8, false"
    })
    void knowsWhichNetworksLieInIt(String wide, String narrow, boolean covered) {
        assertThat(Network.parse(wide).covers(Network.parse(narrow))).isEqualTo(covered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0.1/8",
                "fd00::1/8",
                "::/129",
                "10.0.0.0/8/8",
                "1.2.3/24",
                "::ffff:10.0.0.0/9999"
            })
    void refusesWhatIsNoNetwork(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Network.parse(text));
    }

    @Property(tries = 500)
    void refusesAnythingElseInThatWay(@ForAll String text) {
        assertThatCode(() -> {
                    try {
                        Network.parse(text);
                    } catch (IllegalArgumentException _) {
                        // That is the way.
                    }
                })
                .doesNotThrowAnyException();
    }
}
