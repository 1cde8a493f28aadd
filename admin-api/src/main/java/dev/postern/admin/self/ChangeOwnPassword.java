package dev.postern.admin.self;

import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordHashing;
import dev.postern.admin.passwords.PasswordRule;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Gives a mailbox the password its owner wants. */
@Service
class ChangeOwnPassword {

    static final String FIELD = "newPassword";

    private final Mailboxes mailboxes;
    private final StoreOwnPassword store;
    private final PasswordHashing hashing;

    ChangeOwnPassword(Mailboxes mailboxes, StoreOwnPassword store, PasswordHashing hashing) {
        this.mailboxes = mailboxes;
        this.store = store;
        this.hashing = hashing;
    }

    /** A password that was changed. */
    record Changed() {}

    Outcome<Changed> apply(Owner owner, Password wanted) {
        var complaint = complaint(owner, wanted);
        if (complaint.isPresent()) {
            return Outcome.refused(new Refusal.Unfit(FIELD, complaint.get()));
        }
        return store.apply(owner, hashing.hash(wanted))
                ? Outcome.done(new Changed())
                : Outcome.refused(new Refusal.Missing("The mailbox is gone."));
    }

    private Optional<String> complaint(Owner owner, Password wanted) {
        return PasswordRule.complaint(wanted, owner.mailbox().toString())
                .or(() -> mailboxes
                        .passwordOf(owner.mailbox())
                        .filter(present -> hashing.matches(wanted, present))
                        .map(_ -> "This is the password you have; choose another one."));
    }
}
