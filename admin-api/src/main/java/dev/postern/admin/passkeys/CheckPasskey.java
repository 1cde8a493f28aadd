package dev.postern.admin.passkeys;

import dev.postern.admin.identity.Identity;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds out who signs in with a passkey. */
@Service
public class CheckPasskey {

    private final Ceremony ceremony;

    CheckPasskey(Ceremony ceremony) {
        this.ceremony = ceremony;
    }

    /** For whoever it is. */
    public PasskeyChallenge.ToSignIn challenge() {
        return ceremony.toSignIn(Optional.empty());
    }

    /** For somebody who has said who he is. */
    public PasskeyChallenge.ToSignIn challenge(Identity identity) {
        return ceremony.toSignIn(Optional.of(identity));
    }

    /**
     * Checks an answer.
     *
     * @param answer what the browser says, in JSON
     * @return whose passkey it is; empty if the answer is none to the challenge
     */
    @Transactional
    public Optional<Identity> apply(PasskeyChallenge.ToSignIn challenge, String answer) {
        return ceremony.signedIn(challenge, answer);
    }
}
