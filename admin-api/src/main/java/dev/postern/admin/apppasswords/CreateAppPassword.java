package dev.postern.admin.apppasswords;

import dev.postern.admin.access.Access;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.passwords.PasswordGenerator;
import dev.postern.admin.passwords.PasswordHashing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Always made here: 100 random bits beyond the id, so that nobody has to think one up. */
@Service
public class CreateAppPassword {

    private final Mailboxes mailboxes;
    private final AppPasswords appPasswords;
    private final PasswordGenerator generator;
    private final PasswordHashing hashing;
    private final Access access;
    private final AuditLog audit;

    CreateAppPassword(
            Mailboxes mailboxes,
            AppPasswords appPasswords,
            PasswordGenerator generator,
            PasswordHashing hashing,
            Access access,
            AuditLog audit) {
        this.mailboxes = mailboxes;
        this.appPasswords = appPasswords;
        this.generator = generator;
        this.hashing = hashing;
        this.access = access;
        this.audit = audit;
    }

    /** What was made, with the password that is told this once. */
    public record Created(AppPassword appPassword, String password) {}

    /** The owner of the mailbox may, too. */
    @Transactional
    public Outcome<Created> apply(HostedAddress mailbox, String name) {
        access.toChangeFor(mailbox.address());
        if (mailboxes.find(mailbox).isEmpty()) {
            return Outcome.refused(new Refusal.Missing("There is no mailbox %s.".formatted(mailbox)));
        }
        var password = generator.generate();
        var id = password.text().substring(0, AppPassword.ID_LENGTH);
        if (!appPasswords.add(mailbox, id, name, hashing.hash(password))) {
            return Outcome.refused(new Refusal.Taken("name", "It could not be made just now; try again."));
        }
        var made = appPasswords.find(mailbox, id).orElseThrow();
        audit.add(AuditEvent.made("app-password.created", mailbox.toString(), mailbox.domain(), Snapshot.of(made)));
        return Outcome.done(new Created(made, password.text()));
    }
}
