package dev.postern.admin.self;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.apppasswords.AppPasswordCheck;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.mailboxes.RenewPasswordHash;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordHashing;
import dev.postern.admin.self.WrongPasswords.Guesser;
import java.util.Optional;

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

    /** What a program sends along with each request; webmail does, for all of its users. */
    Verdict ofProgram(HostedAddress mailbox, Password given) {
        return judge(new Guesser(mailbox, Optional.empty()), given, true);
    }

    /** What somebody typed into a page. A guesser elsewhere does not lock the owner out. */
    Verdict ofPerson(HostedAddress mailbox, Password given, String from) {
        return judge(new Guesser(mailbox, Optional.of(from)), given, false);
    }

    private Verdict judge(Guesser guesser, Password given, boolean orAppPassword) {
        var pause = wrongPasswords.pauseFor(guesser);
        if (pause.isPresent()) {
            return new Verdict.TooMany(pause.get());
        }
        var verdict = verdict(guesser.mailbox(), given, orAppPassword);
        if (verdict instanceof Verdict.Wrong) {
            wrongPasswords.add(guesser);
        } else {
            wrongPasswords.forget(guesser);
        }
        return verdict;
    }

    private Verdict verdict(HostedAddress mailbox, Password given, boolean orAppPassword) {
        var known = mailboxes.passwordOf(mailbox);
        if (known.isEmpty()) {
            hashing.pretendToMatch(given);
            return new Verdict.Wrong();
        }
        if (hashing.matches(given, known.get())) {
            renew.apply(mailbox, given, known.get());
            return new Verdict.OwnPassword();
        }
        return orAppPassword && appPasswords.apply(mailbox, given) ? new Verdict.AppPassword() : new Verdict.Wrong();
    }
}
