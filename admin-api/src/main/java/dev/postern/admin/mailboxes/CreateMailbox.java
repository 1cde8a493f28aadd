package dev.postern.admin.mailboxes;

import dev.postern.admin.access.Access;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordGenerator;
import dev.postern.admin.passwords.PasswordHashing;
import dev.postern.admin.passwords.PasswordRule;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Makes a mailbox in one of our domains. */
@Service
public class CreateMailbox {

    private final StoreMailbox store;
    private final PasswordHashing hashing;
    private final PasswordGenerator generator;
    private final Access access;

    CreateMailbox(StoreMailbox store, PasswordHashing hashing, PasswordGenerator generator, Access access) {
        this.store = store;
        this.hashing = hashing;
        this.generator = generator;
        this.access = access;
    }

    /** The answer alone has the password in it, if one was made. The hash takes its time before anything is locked. */
    public Outcome<CreatedMailbox> apply(NewMailbox wanted) {
        access.toChange(wanted.address().domain());
        var refusal = store.refusal(wanted).or(() -> passwordRefusal(wanted));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var generated = wanted.password().isPresent() ? Optional.<Password>empty() : Optional.of(generator.generate());
        var hash = hashing.hash(wanted.password().or(() -> generated).orElseThrow());
        return store.apply(wanted, hash).map(made -> new CreatedMailbox(made, generated));
    }

    private static Optional<Refusal> passwordRefusal(NewMailbox wanted) {
        return wanted.password()
                .flatMap(password ->
                        PasswordRule.complaint(password, wanted.address().toString()))
                .map(complaint -> new Refusal.Unfit("password", complaint));
    }
}
