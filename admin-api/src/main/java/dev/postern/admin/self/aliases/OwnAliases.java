package dev.postern.admin.self.aliases;

import dev.postern.admin.access.Scope;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.aliases.Alias;
import dev.postern.admin.aliases.Aliases;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The aliases that belong to the owner of a mailbox, whoever made them. */
@Component
class OwnAliases {

    private final Aliases aliases;

    OwnAliases(Aliases aliases) {
        this.aliases = aliases;
    }

    /** By address. */
    List<Alias> of(HostedAddress mailbox) {
        return aliases.leadingTo(mailbox, new Scope.Only(Set.of(mailbox.domain()))).stream()
                .filter(alias -> alias.owner().equals(Optional.of(mailbox.address())))
                .toList();
    }
}
