package dev.postern.admin.mailboxes;

import dev.postern.admin.access.Acting;
import dev.postern.admin.access.Actor;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordHash;
import dev.postern.admin.passwords.PasswordHashing;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hashes a password anew as ours are, once it is known: when the owner of a mailbox that moved in from another server signs
 * in. Until then his hash from there stays, since nobody can make another one of it.
 */
@Service
public class RenewPasswordHash {

    private final Mailboxes mailboxes;
    private final PasswordHashing hashing;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    RenewPasswordHash(Mailboxes mailboxes, PasswordHashing hashing, AuditLog audit, TransactionTemplate transaction) {
        this.mailboxes = mailboxes;
        this.hashing = hashing;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Does nothing if the hash is ours already.
     *
     * @param password one that was just found to be right
     */
    public void apply(HostedAddress address, Password password, PasswordHash known) {
        if (!hashing.isOurs(known)) {
            var better = hashing.hash(password);
            transaction.executeWithoutResult(_ -> replace(address, known, better));
        }
    }

    private void replace(HostedAddress address, PasswordHash known, PasswordHash better) {
        if (mailboxes.replacePassword(address, known, better)) {
            var event = AuditEvent.changed(
                    "mailbox.password-rehashed",
                    address.toString(),
                    address.domain(),
                    Snapshot.of("scheme", known.scheme().label()),
                    Snapshot.of("scheme", better.scheme().label()));
            Acting.as(Actor.mailbox(address.toString(), Optional.empty()), () -> audit.add(event));
        }
    }
}
