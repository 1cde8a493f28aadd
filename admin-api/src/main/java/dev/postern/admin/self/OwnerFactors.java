package dev.postern.admin.self;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.identity.Identity;
import dev.postern.admin.passkeys.Passkeys;
import dev.postern.admin.recovery.RecoveryCodes;
import dev.postern.admin.totp.CheckTotp;
import org.springframework.stereotype.Service;

/** What the owner of a mailbox shows beside its password. */
@Service
class OwnerFactors {

    private final CheckTotp totp;
    private final Passkeys passkeys;
    private final RecoveryCodes recoveryCodes;

    OwnerFactors(CheckTotp totp, Passkeys passkeys, RecoveryCodes recoveryCodes) {
        this.totp = totp;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
    }

    /** Whether he has set up something, so that the password alone is not enough. */
    boolean areSetUp(HostedAddress mailbox) {
        var identity = identity(mailbox);
        return totp.isSetUp(identity) || !passkeys.of(identity).isEmpty();
    }

    /** Whether it is a code of his app, or one of his recovery codes; each counts once. */
    boolean isCode(HostedAddress mailbox, String typed) {
        var identity = identity(mailbox);
        return totp.apply(identity, typed) || recoveryCodes.use(identity, typed);
    }

    static Identity identity(HostedAddress mailbox) {
        return Identity.mailbox(mailbox.toString());
    }
}
