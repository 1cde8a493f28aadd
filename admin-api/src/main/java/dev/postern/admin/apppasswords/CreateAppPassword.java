package dev.postern.admin.apppasswords;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.passwords.PasswordGenerator;
import dev.postern.admin.passwords.PasswordHashing;
import org.springframework.stereotype.Service;

/** Always made here: 100 random bits beyond the id, so that nobody has to think one up. */
@Service
class CreateAppPassword {

    private final Mailboxes mailboxes;
    private final AppPasswords appPasswords;
    private final PasswordGenerator generator;
    private final PasswordHashing hashing;

    CreateAppPassword(
            Mailboxes mailboxes, AppPasswords appPasswords, PasswordGenerator generator, PasswordHashing hashing) {
        this.mailboxes = mailboxes;
        this.appPasswords = appPasswords;
        this.generator = generator;
        this.hashing = hashing;
    }

    /** What was made, with the password that is told this once. */
    record Created(AppPassword appPassword, String password) {}

    Outcome<Created> apply(HostedAddress mailbox, String name) {
        if (mailboxes.find(mailbox).isEmpty()) {
            return Outcome.refused(new Refusal.Missing("There is no mailbox %s.".formatted(mailbox)));
        }
        var password = generator.generate();
        var id = password.text().substring(0, AppPassword.ID_LENGTH);
        if (!appPasswords.add(mailbox, id, name, hashing.hash(password))) {
            return Outcome.refused(new Refusal.Taken("name", "It could not be made just now; try again."));
        }
        return appPasswords
                .find(mailbox, id)
                .map(made -> Outcome.done(new Created(made, password.text())))
                .orElseGet(() -> Outcome.refused(
                        new Refusal.Missing("The mailbox %s was deleted meanwhile.".formatted(mailbox))));
    }
}
