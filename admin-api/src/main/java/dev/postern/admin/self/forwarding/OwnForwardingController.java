package dev.postern.admin.self.forwarding;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.forwarding.ForwardingResource;
import dev.postern.admin.forwarding.Forwardings;
import dev.postern.admin.self.Needs;
import dev.postern.admin.self.Owner;
import dev.postern.admin.self.Standing;
import dev.postern.admin.web.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.MAILBOX_OWNERS)
@RestController
@RequestMapping("/api/v1/self/forwarding")
@Tag(name = "Self-service")
class OwnForwardingController {

    private final Forwardings forwardings;
    private final SetOwnForwarding setForwarding;

    OwnForwardingController(Forwardings forwardings, SetOwnForwarding setForwarding) {
        this.forwardings = forwardings;
        this.setForwarding = setForwarding;
    }

    @GetMapping
    @Operation(operationId = "readOwnForwarding", summary = "Read where your own mail goes on to")
    ForwardingResource read(Owner owner) {
        return ForwardingResource.of(Answers.found(forwardings.of(owner.mailbox()), "The mailbox is gone."));
    }

    @Needs(Standing.PROVEN)
    @PutMapping
    @Operation(
            operationId = "setOwnForwarding",
            summary = "Set where your own mail goes on to",
            description = "As far as your domain allows it. What is taken for spam is never forwarded to the outside.")
    ForwardingResource set(Owner owner, @RequestBody ForwardingResource request) {
        return Answers.ok(setForwarding.apply(owner.mailbox(), request.forwarding()), ForwardingResource::of);
    }
}
