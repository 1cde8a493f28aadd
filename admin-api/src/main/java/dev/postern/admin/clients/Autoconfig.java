package dev.postern.admin.clients;

import dev.postern.common.mail.DomainName;
import java.net.URI;
import java.util.List;

/**
 * The document Thunderbird and its kin read their settings from, version 1.1
 * (<a href="https://wiki.mozilla.org/Thunderbird:Autoconfiguration:ConfigFileFormat">Mozilla wiki</a>). It is the same for
 * every address of a domain.
 */
final class Autoconfig {

    private Autoconfig() {}

    /**
     * Writes the document.
     *
     * @param servers the first of a kind is the one the mail program tries first
     * @param page where people read the same
     */
    static byte[] of(DomainName domain, List<MailServer> servers, URI page) {
        return Xml.document(xml -> xml.element(
                "clientConfig",
                config -> config.element(
                        "emailProvider", provider -> describe(provider, domain, servers, page), "id", domain.ascii()),
                "version",
                "1.1"));
    }

    private static void describe(Xml provider, DomainName domain, List<MailServer> servers, URI page) {
        provider.text("domain", domain.ascii())
                .text("displayName", domain.unicode())
                .text("displayShortName", domain.unicode());
        servers.forEach(server -> provider.element(
                isOutgoing(server) ? "outgoingServer" : "incomingServer",
                element -> describe(element, domain, server),
                "type",
                server.service().protocol().text()));
        provider.element("documentation", _ -> {}, "url", page.toString());
    }

    private static void describe(Xml element, DomainName domain, MailServer server) {
        element.text("hostname", server.host().ascii())
                .text("port", String.valueOf(server.port()))
                .text("socketType", server.service().encryption() == MailService.Encryption.TLS ? "SSL" : "STARTTLS")
                .text("authentication", "password-cleartext")
                .text("username", username(domain));
    }

    /** Accounts are known by A-labels; the mail program would fill in an international address as it was typed. */
    private static String username(DomainName domain) {
        return domain.unicode().equals(domain.ascii()) ? "%EMAILADDRESS%" : "%EMAILLOCALPART%@" + domain;
    }

    private static boolean isOutgoing(MailServer server) {
        return server.service().protocol() == MailService.Protocol.SMTP;
    }
}
