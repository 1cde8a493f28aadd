package dev.postern.admin.forwarding;

import dev.postern.admin.access.About;
import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.ADMINISTRATORS)
@About(Area.ACCOUNTS)
@RestController
@RequestMapping("/api/v1/mailboxes/{address}/forwarding")
@Tag(name = "Mailboxes")
class ForwardingController {

    private final Forwardings forwardings;
    private final SetForwarding setForwarding;
    private final Access access;

    ForwardingController(Forwardings forwardings, SetForwarding setForwarding, Access access) {
        this.forwardings = forwardings;
        this.setForwarding = setForwarding;
        this.access = access;
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping
    @Operation(operationId = "readForwarding", summary = "Read where mail for a mailbox goes on to")
    ForwardingResource read(@PathVariable String address) {
        var mailbox = parse(address);
        access.toSee(mailbox.domain());
        return ForwardingResource.of(
                Answers.found(forwardings.of(mailbox), "There is no mailbox %s.".formatted(mailbox)));
    }

    @PutMapping
    @Operation(
            operationId = "setForwarding",
            summary = "Set where mail for a mailbox goes on to",
            description = "What is taken for spam is refused at such an address, and never forwarded to the outside.")
    ForwardingResource set(@PathVariable String address, @RequestBody ForwardingResource request) {
        return Answers.ok(
                setForwarding.apply(parse(address), request.forwarding(), Optional.empty()), ForwardingResource::of);
    }

    private static HostedAddress parse(String address) {
        return Field.of("address", address).required(HostedAddress::parse);
    }
}
