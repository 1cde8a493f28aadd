package dev.postern.admin.sending;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import dev.postern.common.mail.DomainName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Sending", description = "How much may be sent, and under which addresses")
class SendingController {

    private final SendingRights rights;

    SendingController(SendingRights rights) {
        this.rights = rights;
    }

    @GetMapping("/api/v1/mailboxes/{address}/sending")
    @Operation(operationId = "readMailboxSending", summary = "Read what a mailbox may send")
    SendingResource readMailbox(@PathVariable String address) {
        var mailbox = mailbox(address);
        return SendingResource.of(Answers.found(rights.of(mailbox), missing(mailbox)));
    }

    @PutMapping("/api/v1/mailboxes/{address}/sending")
    @Operation(operationId = "setMailboxSending", summary = "Set what a mailbox may send")
    SendingResource setMailbox(@PathVariable String address, @RequestBody SendingResource request) {
        var mailbox = mailbox(address);
        return SendingResource.of(Answers.found(rights.set(mailbox, request.toRights()), missing(mailbox)));
    }

    @GetMapping("/api/v1/domains/{name}/sending")
    @Operation(operationId = "readDomainSending", summary = "Read what all mailboxes of a domain together may send")
    SendingResource.OfDomain readDomain(@PathVariable String name) {
        var domain = domain(name);
        return SendingResource.OfDomain.of(Answers.found(rights.of(domain), missing(domain)));
    }

    @PutMapping("/api/v1/domains/{name}/sending")
    @Operation(operationId = "setDomainSending", summary = "Set what all mailboxes of a domain together may send")
    SendingResource.OfDomain setDomain(@PathVariable String name, @RequestBody SendingResource.OfDomain request) {
        var domain = domain(name);
        return SendingResource.OfDomain.of(Answers.found(rights.set(domain, request.toLimits()), missing(domain)));
    }

    private static HostedAddress mailbox(String address) {
        return Field.of("address", address).required(HostedAddress::parse);
    }

    private static DomainName domain(String name) {
        return Field.of("name", name).required(DomainName::parse);
    }

    private static String missing(HostedAddress mailbox) {
        return "There is no mailbox %s.".formatted(mailbox);
    }

    private static String missing(DomainName domain) {
        return "There is no domain %s.".formatted(domain);
    }
}
