package dev.postern.admin.clients;

import dev.postern.common.mail.DomainName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;

/** A record to publish in the zone of a domain. */
@Schema(name = "DnsRecord")
record DnsRecord(
        @Schema(example = "_imaps._tcp.example.org.") String name,
        @Schema(example = "SRV") String type,
        @Schema(example = "0 1 993 mail.example.org.") String value) {

    /**
     * Where mail programs look: SRV records for the mail services (RFC 6186 §3, RFC 8314 §5.1) and for Outlook, and the two
     * names that Thunderbird and Outlook try of themselves.
     */
    static List<DnsRecord> of(DomainName domain, List<MailServer> servers, WebAddress web) {
        return Stream.of(
                        servers.stream().map(server -> srv(domain, server)),
                        Stream.of(srv(domain, "autodiscover", 0, web.port(), web.host())),
                        Stream.of("autoconfig", "autodiscover")
                                .map(name -> new DnsRecord(name + "." + domain + ".", "CNAME", web.host() + ".")))
                .flatMap(records -> records)
                .toList();
    }

    /** As a zone file has it. */
    String line() {
        return "%s IN %s %s".formatted(name, type, value);
    }

    /** RFC 6186 §3.4: a mail program that could use several services prefers the one with the lower priority. */
    private static DnsRecord srv(DomainName domain, MailServer server) {
        var service = server.service();
        return srv(domain, service.text(), service.isPreferred() ? 0 : 10, server.port(), server.host());
    }

    private static DnsRecord srv(DomainName domain, String service, int priority, int port, DomainName target) {
        return new DnsRecord(
                "_%s._tcp.%s.".formatted(service, domain), "SRV", "%d 1 %d %s.".formatted(priority, port, target));
    }
}
