package dev.postern.admin.clients;

import dev.postern.admin.addresses.HostedAddress;

/** Makes the profile of an address, for IMAP and submission, both with TLS from the first byte on. */
final class ClientProfiles {

    private final ClientSettings settings;
    private final ProfileSigner signer;

    ClientProfiles(ClientSettings settings, ProfileSigner signer) {
        this.settings = settings;
        this.signer = signer;
    }

    byte[] profile(HostedAddress address, AppleProfile.Texts texts) {
        return signer.sign(AppleProfile.of(address, server(MailService.IMAPS), server(MailService.SUBMISSIONS), texts));
    }

    private MailServer server(MailService wanted) {
        return settings.servers().stream()
                .filter(server -> server.service() == wanted)
                .findFirst()
                .orElseThrow();
    }
}
