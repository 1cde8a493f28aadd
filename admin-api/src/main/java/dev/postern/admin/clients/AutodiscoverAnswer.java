package dev.postern.admin.clients;

import dev.postern.common.mail.MailAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;

/** What Outlook is answered: settings (MS-OXDSCLI §2.2.4) or an error, each in the form of its schema. */
final class AutodiscoverAnswer {

    private static final String OUTER_SCHEMA = "http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006";
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSS");

    /** The codes of MS-OXDSCLI that fit; Outlook shows them in its log. */
    enum ErrorCode {
        ADDRESS_NOT_FOUND(500),
        INVALID_REQUEST(600),
        SCHEMA_NOT_SERVED(601);

        private final int number;

        ErrorCode(int number) {
            this.number = number;
        }
    }

    private AutodiscoverAnswer() {}

    static byte[] settings(MailAddress address, List<MailServer> servers) {
        return answer(
                AutodiscoverRequest.SCHEMA,
                response -> response.element("User", user -> user.text("DisplayName", address.toString()))
                        .element("Account", account -> {
                            account.text("AccountType", "email").text("Action", "settings");
                            servers.forEach(server ->
                                    account.element("Protocol", protocol -> describe(protocol, address, server)));
                        }));
    }

    static byte[] error(ErrorCode code, String message, Instant now) {
        return answer(
                OUTER_SCHEMA,
                response -> response.element(
                        "Error",
                        error -> error.text("ErrorCode", String.valueOf(code.number))
                                .text("Message", message)
                                .empty("DebugData"),
                        "Time",
                        TIME_OF_DAY.format(now.atOffset(ZoneOffset.UTC)),
                        "Id",
                        "0"));
    }

    private static byte[] answer(String schema, Consumer<Xml> response) {
        return Xml.document(xml -> xml.element(
                "Autodiscover",
                autodiscover -> autodiscover.element("Response", response, "xmlns", schema),
                "xmlns",
                OUTER_SCHEMA));
    }

    private static void describe(Xml protocol, MailAddress address, MailServer server) {
        var service = server.service();
        protocol.text("Type", service.protocol().name())
                .text("Server", server.host().ascii())
                .text("Port", String.valueOf(server.port()))
                .text("LoginName", address.toString())
                .text("DomainRequired", "off")
                .text("SPA", "off")
                .text("SSL", "on")
                // Beside SSL, which cannot tell STARTTLS from TLS on connecting and is all that older versions read.
                .text("Encryption", service.encryption() == MailService.Encryption.TLS ? "SSL" : "TLS")
                .text("AuthRequired", "on");
        if (service.protocol() == MailService.Protocol.SMTP) {
            protocol.text("UsePOPAuth", "off").text("SMTPLast", "off");
        }
    }
}
