package dev.postern.admin.signin;

import dev.postern.admin.identity.Identity;
import dev.postern.admin.passkeys.Passkeys;
import dev.postern.admin.recovery.RecoveryCodes;
import dev.postern.admin.sessions.Method;
import dev.postern.admin.totp.CheckTotp;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What somebody can show beside his password. */
@Service
public class SecondFactors {

    private final CheckTotp totp;
    private final Passkeys passkeys;
    private final RecoveryCodes recoveryCodes;

    SecondFactors(CheckTotp totp, Passkeys passkeys, RecoveryCodes recoveryCodes) {
        this.totp = totp;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
    }

    /**
     * What he has set up.
     *
     * @param app an authenticator app
     * @param passkeys how many
     * @param recoveryCodes how many are left
     */
    public record Owned(boolean app, int passkeys, int recoveryCodes) {

        /** Whether his password alone is not enough. */
        public boolean any() {
            return app || passkeys > 0;
        }
    }

    public Owned of(Identity identity) {
        return new Owned(totp.isSetUp(identity), passkeys.of(identity).size(), recoveryCodes.left(identity));
    }

    /** What was shown, if it was one of his; each code counts once. */
    Optional<Method> shown(Identity identity, String typed) {
        if (totp.apply(identity, typed)) {
            return Optional.of(Method.PASSWORD_AND_CODE);
        }
        return recoveryCodes.use(identity, typed) ? Optional.of(Method.PASSWORD_AND_RECOVERY_CODE) : Optional.empty();
    }
}
