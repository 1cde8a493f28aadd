package dev.postern.admin.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.postern.common.mail.DomainName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnsRecordTest {

    @Test
    void areThoseThatMailProgramsLookFor() {
        assertThat(lines("https://mail.postern.example:8444/"))
                .containsExactly(
                        "_imaps._tcp.example.org. IN SRV 0 1 993 mail.postern.example.",
                        "_pop3s._tcp.example.org. IN SRV 10 1 995 mail.postern.example.",
                        "_submissions._tcp.example.org. IN SRV 0 1 465 mail.postern.example.",
                        "_submission._tcp.example.org. IN SRV 10 1 587 mail.postern.example.",
                        "_autodiscover._tcp.example.org. IN SRV 0 1 8444 mail.postern.example.",
                        "autoconfig.example.org. IN CNAME mail.postern.example.",
                        "autodiscover.example.org. IN CNAME mail.postern.example.");
    }

    @ParameterizedTest
    @CsvSource({
        "https://set-up.postern.example, 443 set-up.postern.example.",
        "http://set-up.postern.example/here, 80 set-up.postern.example.",
        "https://10.9.8.7:8444/, 8444 mail.postern.example.",
        "https://[fd00::1]:8444/, 8444 mail.postern.example."
    })
    void pointAtANameSinceTheyCannotPointAtAnAddress(String publicUrl, String portAndTarget) {
        assertThat(lines(publicUrl)).contains("_autodiscover._tcp.example.org. IN SRV 0 1 " + portAndTarget);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mail.example.org", "/clients", "ftp://mail.example.org/", "https:///x", "https://a.example/?q=1"
            })
    void wantAWholeAddressToStartFrom(String publicUrl) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Servers.settings(publicUrl))
                .withMessageContaining("public-url");
    }

    private static List<String> lines(String publicUrl) {
        var settings = Servers.settings(publicUrl);
        return DnsRecord.of(DomainName.parse("example.org"), settings.servers(), settings.webAddress()).stream()
                .map(DnsRecord::line)
                .toList();
    }
}
