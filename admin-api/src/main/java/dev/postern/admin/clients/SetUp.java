package dev.postern.admin.clients;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.qrcode.QrCode;
import java.net.URI;
import java.util.List;

/**
 * What the page shows for an address.
 *
 * @param autoconfig where Thunderbird's document is
 * @param profile where Apple's profile is
 * @param code the same, for the camera of a phone
 */
record SetUp(
        HostedAddress address,
        List<MailServer> servers,
        URI autoconfig,
        URI profile,
        QrCode code,
        List<DnsRecord> records) {

    static SetUp of(HostedAddress address, ClientSettings settings) {
        var profile = settings.publicUrl().resolve("clients/" + address + ".mobileconfig");
        return new SetUp(
                address,
                settings.servers(),
                settings.publicUrl().resolve("mail/config-v1.1.xml?emailaddress=" + address),
                profile,
                QrCode.of(profile),
                DnsRecord.of(address.domain(), settings.servers(), settings.webAddress()));
    }

    /** As lines of a zone file; public for the template. */
    public String zone() {
        return String.join("\n", records.stream().map(DnsRecord::line).toList());
    }
}
