package dev.postern.admin.totp;

import dev.postern.admin.identity.Identity;
import dev.postern.admin.totp.TotpTable.State;
import java.time.InstantSource;
import org.springframework.stereotype.Service;

/** Whether somebody has the authenticator app. A code counts once (RFC 6238 §5.2); who guesses is slowed down elsewhere. */
@Service
public class CheckTotp {

    private final TotpTable table;
    private final InstantSource clock;

    CheckTotp(TotpTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Whether codes are asked for. */
    public boolean isSetUp(Identity identity) {
        return table.isInUse(identity);
    }

    public boolean apply(Identity identity, String code) {
        return table.find(identity, State.IN_USE)
                .map(secret -> secret.stepOf(TotpCode.digits(code), clock.instant()))
                .filter(step -> step.isPresent() && table.use(identity, step.getAsLong()))
                .isPresent();
    }
}
