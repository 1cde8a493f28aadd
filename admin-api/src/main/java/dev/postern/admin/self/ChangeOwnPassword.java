package dev.postern.admin.self;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.mailboxes.MailboxChange;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordHashing;
import dev.postern.admin.passwords.PasswordRule;
import dev.postern.admin.self.PasswordChange.Changed;
import dev.postern.admin.self.PasswordChange.NotTheOwner;
import dev.postern.admin.self.PasswordChange.TooManyGuesses;
import dev.postern.admin.self.PasswordChange.TooWeak;
import java.util.Optional;

/** Gives a mailbox the password its owner wants, once he has shown the present one. */
final class ChangeOwnPassword {

    private final Mailboxes mailboxes;
    private final PasswordHashing hashing;
    private final WrongPasswords wrongPasswords;

    ChangeOwnPassword(Mailboxes mailboxes, PasswordHashing hashing, WrongPasswords wrongPasswords) {
        this.mailboxes = mailboxes;
        this.hashing = hashing;
        this.wrongPasswords = wrongPasswords;
    }

    PasswordChange apply(HostedAddress address, Password present, Password wanted) {
        return wrongPasswords
                .pauseFor(address)
                .<PasswordChange>map(TooManyGuesses::new)
                .orElseGet(() -> check(address, present, wanted));
    }

    private PasswordChange check(HostedAddress address, Password present, Password wanted) {
        if (!isRight(address, present)) {
            wrongPasswords.add(address);
            return new NotTheOwner();
        }
        wrongPasswords.forget(address);
        return complaint(address, present, wanted)
                .<PasswordChange>map(TooWeak::new)
                .orElseGet(() -> change(address, wanted));
    }

    private boolean isRight(HostedAddress address, Password present) {
        var known = mailboxes.passwordOf(address);
        if (known.isEmpty()) {
            hashing.pretendToMatch(present);
            return false;
        }
        return hashing.matches(present, known.get());
    }

    private static Optional<String> complaint(HostedAddress address, Password present, Password wanted) {
        return wanted.equals(present)
                ? Optional.of("This is the password you have; choose another one.")
                : PasswordRule.complaint(wanted, address.toString());
    }

    private PasswordChange change(HostedAddress address, Password wanted) {
        return mailboxes.change(address, MailboxChange.password(hashing.hash(wanted)))
                ? new Changed()
                : new NotTheOwner();
    }
}
