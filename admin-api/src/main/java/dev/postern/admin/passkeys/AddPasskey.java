package dev.postern.admin.passkeys;

import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.credentials.CredentialAudit;
import dev.postern.admin.identity.Identity;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a passkey that somebody's authenticator has made for us. */
@Service
public class AddPasskey {

    /** More than anybody has devices. */
    public static final int MOST = 20;

    private final Ceremony ceremony;
    private final Passkeys passkeys;
    private final CredentialAudit audit;

    AddPasskey(Ceremony ceremony, Passkeys passkeys, CredentialAudit audit) {
        this.ceremony = ceremony;
        this.passkeys = passkeys;
        this.audit = audit;
    }

    /** What the authenticator is asked to sign. */
    public PasskeyChallenge.ToAdd challenge(Identity identity) {
        return ceremony.toAdd(identity);
    }

    /**
     * Adds it.
     *
     * @param answer what the browser says, in JSON
     * @param label what its owner calls it
     * @return empty if the answer is none to the challenge, or he has as many as he may
     */
    @Transactional
    public Optional<Passkey> apply(PasskeyChallenge.ToAdd challenge, String answer, String label) {
        if (passkeys.of(challenge.identity()).size() >= MOST) {
            return Optional.empty();
        }
        var added = ceremony.added(challenge, answer, label).map(Passkey::of);
        added.ifPresent(passkey -> audit.made("passkey.added", challenge.identity(), Snapshot.of(passkey)));
        return added;
    }
}
