package dev.postern.admin.aliases;

import dev.postern.admin.access.About;
import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.OPERATORS)
@About(Area.ACCOUNTS)
@RestController
@Tag(name = "Aliases")
class MailboxAliasesController {

    private final Aliases aliases;
    private final Access access;

    MailboxAliasesController(Aliases aliases, Access access) {
        this.aliases = aliases;
        this.access = access;
    }

    @GetMapping("/api/v1/mailboxes/{address}/aliases")
    @Operation(
            operationId = "listAliasesOfMailbox",
            summary = "List the aliases that lead to a mailbox, by address",
            description = "Those in domains that you may see; at most " + Aliases.MOST_OF_ONE_MAILBOX)
    List<AliasResource> list(@PathVariable String address) {
        var mailbox = Field.of("address", address).required(HostedAddress::parse);
        access.toSee(mailbox.domain());
        return aliases.leadingTo(mailbox, access.scope()).stream()
                .map(AliasResource::of)
                .toList();
    }
}
