package dev.postern.admin.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.addresses.HostedAddress;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AppleProfileTest {

    @Test
    void setsUpImapAndSubmissionOverTls() {
        var profile = ReadXml.of(profileOf("alice@example.org"));

        assertThat(profile.text("/plist/dict/key[. = 'PayloadType']/following-sibling::string[1]"))
                .isEqualTo("Configuration");
        assertThat(profile.text("//array/dict/key[. = 'PayloadType']/following-sibling::string[1]"))
                .isEqualTo("com.apple.mail.managed");
        assertThat(profile.plist("EmailAccountType")).isEqualTo("EmailTypeIMAP");
        assertThat(profile.plist("EmailAddress")).isEqualTo("alice@example.org");
        assertThat(profile.plist("IncomingMailServerHostName")).isEqualTo("mail.postern.example");
        assertThat(profile.plist("IncomingMailServerPortNumber")).isEqualTo("993");
        assertThat(profile.plist("IncomingMailServerUsername")).isEqualTo("alice@example.org");
        assertThat(profile.plist("OutgoingMailServerPortNumber")).isEqualTo("465");
        assertThat(profile.plist("OutgoingMailServerAuthentication")).isEqualTo("EmailAuthPassword");
        assertThat(profile.texts("//key[contains(., 'UseSSL')]/following-sibling::*[1][self::true]"))
                .hasSize(2);
    }

    @Test
    void hasNoPasswordInIt() {
        assertThat(ReadXml.of(profileOf("alice@example.org")).texts("//key"))
                .contains("OutgoingPasswordSameAsIncomingPassword")
                .doesNotContain("IncomingPassword", "OutgoingPassword");
    }

    @Test
    void isKnownAgainByTheDevice() {
        var profile = ReadXml.of(profileOf("alice@example.org"));
        var ids = profile.texts("//key[. = 'PayloadUUID']/following-sibling::string[1]");

        assertThat(ids).hasSize(2).doesNotHaveDuplicates().allSatisfy(UUID::fromString);
        assertThat(profileOf("ALICE@example.org")).isEqualTo(profileOf("alice@example.org"));
        assertThat(ReadXml.of(profileOf("bob@example.org"))
                        .texts("//key[. = 'PayloadUUID']/following-sibling::string[1]"))
                .doesNotContainAnyElementsOf(ids);
    }

    @Test
    void isAPropertyList() {
        assertThat(new String(profileOf("alice@example.org"), UTF_8))
                .startsWith(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\"");
    }

    static byte[] profileOf(String address) {
        return profileOf(HostedAddress.parse(address));
    }

    static byte[] profileOf(HostedAddress address) {
        return new ClientProfiles(Servers.settings(), ProfileSigner.NONE)
                .profile(address, new AppleProfile.Texts("Mail " + address, "Sets up <mail> & more"));
    }
}
