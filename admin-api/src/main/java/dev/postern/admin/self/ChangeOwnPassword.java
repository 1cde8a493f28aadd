package dev.postern.admin.self;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordHashing;
import dev.postern.admin.passwords.PasswordRule;
import dev.postern.admin.self.PasswordChange.Changed;
import dev.postern.admin.self.PasswordChange.TooWeak;
import dev.postern.admin.self.Stranger.NotTheOwner;
import java.util.Optional;

/** Gives a mailbox the password its owner wants, once he has shown the present one. */
final class ChangeOwnPassword {

    private final OwnerCheck owner;
    private final StoreOwnPassword store;
    private final PasswordHashing hashing;

    ChangeOwnPassword(OwnerCheck owner, StoreOwnPassword store, PasswordHashing hashing) {
        this.owner = owner;
        this.store = store;
        this.hashing = hashing;
    }

    PasswordChange apply(HostedAddress address, Password present, Password wanted) {
        return owner.byOwnPassword(address, present)
                .<PasswordChange>map(stranger -> stranger)
                .or(() -> complaint(address, present, wanted).map(TooWeak::new))
                .orElseGet(() -> change(address, wanted));
    }

    private static Optional<String> complaint(HostedAddress address, Password present, Password wanted) {
        return wanted.equals(present)
                ? Optional.of("This is the password you have; choose another one.")
                : PasswordRule.complaint(wanted, address.toString());
    }

    private PasswordChange change(HostedAddress address, Password wanted) {
        return store.apply(address, hashing.hash(wanted)) ? new Changed() : new NotTheOwner();
    }
}
