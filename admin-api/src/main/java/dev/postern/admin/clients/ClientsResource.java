package dev.postern.admin.clients;

import dev.postern.common.mail.DomainName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;

/** The settings for the mail programs of a domain, as the API shows them. */
@Schema(name = "ClientSettings")
record ClientsResource(
        @Schema(description = "As DNS knows it: lower case, A-labels", example = "example.org")
        String domain,

        @Schema(
                description = "The page that leads people through it",
                example = "https://mail.example.org:8444/clients")
        URI page,

        @Schema(description = "In the order in which to try them; the user name is the whole address")
        List<Server> servers,

        @Schema(description = "To publish in the zone of the domain")
        List<DnsRecord> records) {

    static ClientsResource of(DomainName domain, ClientSettings settings) {
        return new ClientsResource(
                domain.ascii(),
                settings.publicUrl().resolve("clients"),
                settings.servers().stream().map(Server::of).toList(),
                DnsRecord.of(domain, settings.servers(), settings.webAddress()));
    }

    @Schema(name = "ClientServer")
    record Server(
            @Schema(
                    description = "Its registered name",
                    allowableValues = {"imaps", "pop3s", "submissions", "submission"})
            String service,

            @Schema(allowableValues = {"imap", "pop3", "smtp"})
            String protocol,

            @Schema(example = "mail.example.org") String host,
            @Schema(example = "993") int port,

            @Schema(allowableValues = {"TLS", "STARTTLS"}) String encryption,

            @Schema(description = "Whether it is the one to use where there is a choice")
            boolean preferred) {

        private static Server of(MailServer server) {
            var service = server.service();
            return new Server(
                    service.text(),
                    service.protocol().text(),
                    server.host().ascii(),
                    server.port(),
                    service.encryption().name(),
                    service.isPreferred());
        }
    }
}
