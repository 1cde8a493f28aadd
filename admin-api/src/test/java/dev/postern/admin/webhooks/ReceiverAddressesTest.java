package dev.postern.admin.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.admin.networks.Network;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverAddressesTest {

    private final ReceiverAddresses addresses = new ReceiverAddresses(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.17.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.7",
                "169.254.169.254",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::"
            })
    void sendsNothingToTheHouse(String address) {
        assertThat(addresses.isFine(InetAddress.ofLiteral(address))).isFalse();
        assertThatThrownBy(() -> addresses.resolve(address))
                .isInstanceOf(ReceiverAddresses.ForbiddenAddress.class)
                .hasMessageContaining("allowed-networks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
    void sendsIntoTheInternet(String address) {
        assertThat(addresses.isFine(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void sendsToAnIpv4AddressInIpv6ClothesOnlyAsToTheAddressItself() {
        assertThat(addresses.isFine(InetAddress.ofLiteral("::ffff:127.0.0.1"))).isFalse();
        assertThat(addresses.isFine(InetAddress.ofLiteral("::ffff:1.1.1.1"))).isTrue();
    }

    @Test
    void sendsWhereAnOperatorAllowsIt() {
        var generous = new ReceiverAddresses(List.of(Network.parse("192.168.7.0/24")));

        assertThat(generous.isFine(InetAddress.ofLiteral("192.168.7.9"))).isTrue();
        assertThat(generous.isFine(InetAddress.ofLiteral("192.168.8.9"))).isFalse();
    }
}
