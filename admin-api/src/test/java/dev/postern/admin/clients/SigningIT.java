package dev.postern.admin.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.admin.testing.RunningService;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningIT {

    @TempDir
    Path folder;

    @Test
    void signsProfilesWithTheCertificateThatIsConfigured() throws Exception {
        var certificates = TestCertificates.of("EC");
        var signing = Map.of(
                ClientSettings.SIGNING_CERTIFICATE, certificates.chain(folder).toString(),
                ClientSettings.SIGNING_KEY, certificates.key(folder).toString());

        try (var service = RunningService.start(signing)) {
            var api = service.api();
            var domain = api.newDomain();
            var signed = Stranger.get(api.page("/clients/alice@%s.mobileconfig".formatted(domain)))
                    .body();

            var profile = ReadXml.of(SignedProfile.verified(signed, certificates.authority()));

            assertThat(profile.plist("EmailAddress")).isEqualTo("alice@" + domain);
        }
    }

    @Test
    void saysAtTheStartWhichFileIsOfNoUse() {
        assertThatThrownBy(() -> RunningService.start(Map.of(
                        ClientSettings.SIGNING_CERTIFICATE, "/nowhere/chain.pem",
                        ClientSettings.SIGNING_KEY, "/nowhere/key.pem")))
                .hasStackTraceContaining(ClientSettings.SIGNING_CERTIFICATE)
                .hasStackTraceContaining("/nowhere/chain.pem")
                .hasStackTraceContaining("Mount a PEM file there");
    }
}
