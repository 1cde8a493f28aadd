package dev.postern.admin.migration.accounts;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.migration.accounts.ImportedAccounts.NewPassword;
import dev.postern.admin.migration.export.ExportedMailbox;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.passwords.ForeignPassword;
import dev.postern.admin.passwords.PasswordGenerator;
import dev.postern.admin.passwords.PasswordHash;
import dev.postern.admin.passwords.PasswordHashing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Finds the hash that each mailbox begins with: its own, one of its password, or one of a password made for it. */
@Component
class TakePasswords {

    /** Each takes some 25 ms of a processor, and whoever asked for them waits. */
    static final int MOST_TO_HASH = 2000;

    private final PasswordHashing hashing;
    private final PasswordGenerator generator;

    TakePasswords(PasswordHashing hashing, PasswordGenerator generator) {
        this.hashing = hashing;
        this.generator = generator;
    }

    Outcome<Taken> apply(List<ExportedMailbox> mailboxes) {
        var toHash = mailboxes.stream()
                .filter(mailbox -> !(mailbox.password() instanceof ForeignPassword.Kept))
                .count();
        if (toHash > MOST_TO_HASH) {
            return Outcome.refused(new Refusal.Unfit(
                    "files",
                    "%d mailboxes need a hash of a password, and at most %d can be made at once; split the export."
                            .formatted(toHash, MOST_TO_HASH)));
        }
        var hashes = new HashMap<HostedAddress, PasswordHash>();
        var made = new ArrayList<NewPassword>();
        for (var mailbox : mailboxes) {
            hashes.put(mailbox.address(), hashOf(mailbox, made));
        }
        return Outcome.done(new Taken(hashes, made));
    }

    private PasswordHash hashOf(ExportedMailbox mailbox, List<NewPassword> made) {
        return switch (mailbox.password()) {
            case ForeignPassword.Kept(var hash) -> hash;
            case ForeignPassword.PlainText(var password) -> hashing.hash(password);
            case ForeignPassword.Useless _ -> {
                var password = generator.generate();
                made.add(new NewPassword(mailbox.address(), password));
                yield hashing.hash(password);
            }
        };
    }

    /**
     * The hash of each mailbox.
     *
     * @param made the passwords that were made
     */
    record Taken(Map<HostedAddress, PasswordHash> hashes, List<NewPassword> made) {

        Taken {
            hashes = Map.copyOf(hashes);
            made = List.copyOf(made);
        }

        PasswordHash hashOf(HostedAddress address) {
            return Objects.requireNonNull(hashes.get(address));
        }
    }
}
