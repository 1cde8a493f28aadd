package dev.postern.admin.migration.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceAccountTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mariadb",
                "dovecot-store",
                "localhost",
                "x.localhost",
                "mail.postern.internal",
                "printer.local",
                "127.0.0.1",
                "0.0.0.0",
                "169.254.169.254",
                "224.0.0.1"
            })
    void refusesPlacesInsideOfThePlatform(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceHost.parse(host))
                .withMessageContaining("inside of this platform");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b.example",
                "x.example;y",
                "2130706433",
                "127.1",
                "http://x.example",
                "x.example:993",
                "::1",
                "[::1]"
            })
    void refusesWhatIsNoHost(String host) {
        assertThatIllegalArgumentException().isThrownBy(() -> SourceHost.parse(host));
    }

    @ParameterizedTest
    @CsvSource({
        "IMAP.Example.ORG, imap.example.org",
        "192.168.1.10, 192.168.1.10",
        "bücher.example, xn--bcher-kva.example"
    })
    void takesOtherServers(String text, String host) {
        assertThat(SourceHost.parse(text)).hasToString(host);
    }

    @Test
    void takesFingerprintsAsPeopleCopyThem() {
        var digits = "da:48:94:6f:61:91:e9:61:c5:3d:65:19:3c:89:e0:9e:65:47:ae:a5:3d:b6:3d:82:02:a3:58:5b:80:c9:c2:c7";

        assertThat(Trust.Fingerprint.parse(digits).sha256())
                .isEqualTo("DA48946F6191E961C53D65193C89E09E6547AEA53DB63D8202A3585B80C9C2C7");
        assertThatIllegalArgumentException().isThrownBy(() -> Trust.Fingerprint.parse("abc"));
        assertThatIllegalArgumentException().isThrownBy(() -> Trust.Certificate.parse("abc"));
    }

    @Test
    void waitsLongerAfterEachFailure() {
        var settings = new MoveSettings(
                "x",
                1,
                Path.of("x"),
                2,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofMinutes(15),
                Duration.ofDays(1),
                Duration.ofDays(7));

        assertThat(settings.pauseAfter(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.pauseAfter(3)).isEqualTo(Duration.ofSeconds(40));
        assertThat(settings.pauseAfter(100)).isEqualTo(Duration.ofMinutes(15));
    }
}
