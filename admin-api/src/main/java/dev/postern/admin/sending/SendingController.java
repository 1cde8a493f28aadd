package dev.postern.admin.sending;

import dev.postern.admin.access.About;
import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
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

@AllowedFor(Audience.ADMINISTRATORS)
@About(Area.ACCOUNTS)
@RestController
@Tag(name = "Sending", description = "How much may be sent, and under which addresses")
class SendingController {

    private final SendingRights rights;
    private final SetSending setSending;
    private final Access access;

    SendingController(SendingRights rights, SetSending setSending, Access access) {
        this.rights = rights;
        this.setSending = setSending;
        this.access = access;
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping("/api/v1/mailboxes/{address}/sending")
    @Operation(operationId = "readMailboxSending", summary = "Read what a mailbox may send")
    SendingResource readMailbox(@PathVariable String address) {
        var mailbox = mailbox(address);
        access.toSee(mailbox.domain());
        return SendingResource.of(Answers.found(rights.of(mailbox), missing(mailbox)));
    }

    @PutMapping("/api/v1/mailboxes/{address}/sending")
    @Operation(operationId = "setMailboxSending", summary = "Set what a mailbox may send")
    SendingResource setMailbox(@PathVariable String address, @RequestBody SendingResource request) {
        var mailbox = mailbox(address);
        return SendingResource.of(Answers.found(setSending.apply(mailbox, request.toRights()), missing(mailbox)));
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping("/api/v1/domains/{name}/sending")
    @Operation(operationId = "readDomainSending", summary = "Read what all mailboxes of a domain together may send")
    SendingResource.OfDomain readDomain(@PathVariable String name) {
        var domain = domain(name);
        access.toSee(domain);
        return SendingResource.OfDomain.of(Answers.found(rights.of(domain), missing(domain)));
    }

    @AllowedFor(Audience.OWNERS)
    @About(Area.PLATFORM)
    @PutMapping("/api/v1/domains/{name}/sending")
    @Operation(operationId = "setDomainSending", summary = "Set what all mailboxes of a domain together may send")
    SendingResource.OfDomain setDomain(@PathVariable String name, @RequestBody SendingResource.OfDomain request) {
        var domain = domain(name);
        return SendingResource.OfDomain.of(
                Answers.found(setSending.apply(domain, request.toLimits()), missing(domain)));
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
