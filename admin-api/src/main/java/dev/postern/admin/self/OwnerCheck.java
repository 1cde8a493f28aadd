package dev.postern.admin.self;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.apppasswords.AppPasswordCheck;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.mailboxes.RenewPasswordHash;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordHashing;
import dev.postern.admin.self.Stranger.NotTheOwner;
import dev.postern.admin.self.Stranger.TooManyGuesses;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Whether somebody has the password of a mailbox. Wrong ones are counted. */
final class OwnerCheck {

    private final Mailboxes mailboxes;
    private final AppPasswordCheck appPasswords;
    private final PasswordHashing hashing;
    private final RenewPasswordHash renew;
    private final WrongPasswords wrongPasswords;

    OwnerCheck(
            Mailboxes mailboxes,
            AppPasswordCheck appPasswords,
            PasswordHashing hashing,
            RenewPasswordHash renew,
            WrongPasswords wrongPasswords) {
        this.mailboxes = mailboxes;
        this.appPasswords = appPasswords;
        this.hashing = hashing;
        this.renew = renew;
        this.wrongPasswords = wrongPasswords;
    }

    /** Empty for the owner: he has the mailbox's own password. */
    Optional<Stranger> byOwnPassword(HostedAddress address, Password given) {
        return unless(address, () -> isRight(address, given, false));
    }

    /** Empty for whoever can read the mailbox: with its own password, or one of its app passwords. */
    Optional<Stranger> byAnyPassword(HostedAddress address, Password given) {
        return unless(address, () -> isRight(address, given, true));
    }

    private Optional<Stranger> unless(HostedAddress address, BooleanSupplier right) {
        var pause = wrongPasswords.pauseFor(address);
        if (pause.isPresent()) {
            return pause.map(TooManyGuesses::new);
        }
        if (!right.getAsBoolean()) {
            wrongPasswords.add(address);
            return Optional.of(new NotTheOwner());
        }
        wrongPasswords.forget(address);
        return Optional.empty();
    }

    private boolean isRight(HostedAddress address, Password given, boolean orAppPassword) {
        var known = mailboxes.passwordOf(address);
        if (known.isEmpty()) {
            hashing.pretendToMatch(given);
            return false;
        }
        if (hashing.matches(given, known.get())) {
            renew.apply(address, given, known.get());
            return true;
        }
        return orAppPassword && appPasswords.apply(address, given);
    }
}
