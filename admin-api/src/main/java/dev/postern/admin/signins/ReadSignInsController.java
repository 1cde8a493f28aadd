package dev.postern.admin.signins;

import dev.postern.admin.access.About;
import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.addresses.Addresses;
import dev.postern.admin.addresses.Holder;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.OPERATORS)
@About(Area.ACCOUNTS)
@RestController
@Tag(name = "Mailboxes")
class ReadSignInsController {

    private final SignIns signIns;
    private final Addresses addresses;
    private final Access access;

    ReadSignInsController(SignIns signIns, Addresses addresses, Access access) {
        this.signIns = signIns;
        this.addresses = addresses;
        this.access = access;
    }

    @GetMapping("/api/v1/mailboxes/{address}/sign-ins")
    @Operation(
            operationId = "readSignIns",
            summary = "Read who came to a mailbox, and who tried to",
            description = "It shows some seconds later. Mail programs sign in again and again; webmail does with each"
                    + " request, and is told by the browser's address.")
    SignInResource read(@PathVariable String address) {
        var mailbox = Field.of("address", address).required(HostedAddress::parse);
        access.toSee(mailbox.domain());
        Answers.found(
                addresses.holderOf(mailbox.toString()).filter(Holder.MAILBOX::equals),
                "There is no mailbox %s.".formatted(mailbox));
        return SignInResource.of(signIns.last(mailbox), signIns.recent(mailbox));
    }
}
