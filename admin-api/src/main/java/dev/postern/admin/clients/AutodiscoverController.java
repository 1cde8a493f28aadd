package dev.postern.admin.clients;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.clients.AutodiscoverAnswer.ErrorCode;
import dev.postern.common.mail.MailAddress;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Outlook's question in plain XML (MS-OXDSCLI). An error is an answer like any other to it, so each has status 200. */
@AllowedFor(Audience.EVERYBODY)
@RestController
class AutodiscoverController {

    private final HostedDomains domains;
    private final ClientSettings settings;
    private final InstantSource clock = InstantSource.system();

    AutodiscoverController(HostedDomains domains, ClientSettings settings) {
        this.domains = domains;
        this.settings = settings;
    }

    /** Its versions do not agree on the case. */
    @PostMapping({
        "/autodiscover/autodiscover.xml",
        "/Autodiscover/Autodiscover.xml",
        "/AutoDiscover/AutoDiscover.xml",
        "/Autodiscover/autodiscover.xml"
    })
    ResponseEntity<byte[]> autodiscover(InputStream body) throws IOException {
        return Documents.xml(
                switch (AutodiscoverRequest.read(body)) {
                    case AutodiscoverRequest.Settings(var address) -> settings(address);
                    case AutodiscoverRequest.OtherSchema() ->
                        error(
                                ErrorCode.SCHEMA_NOT_SERVED,
                                "Only the schema %s is served.".formatted(AutodiscoverRequest.SCHEMA));
                    case AutodiscoverRequest.Invalid(var reason) -> error(ErrorCode.INVALID_REQUEST, reason);
                });
    }

    private byte[] settings(MailAddress address) {
        return domains.contains(address.domain())
                ? AutodiscoverAnswer.settings(address, settings.servers())
                : error(ErrorCode.ADDRESS_NOT_FOUND, Documents.notHere(address.domain()));
    }

    private byte[] error(ErrorCode code, String message) {
        return AutodiscoverAnswer.error(code, message, clock.instant());
    }
}
