package dev.postern.admin.signin;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks a second factor of all operators, or leaves it to them. Whoever has none sets it up on his next page. */
@Service
public class RequireSecondFactor {

    private final SignInPolicy policy;
    private final Access access;
    private final AuditLog audit;

    RequireSecondFactor(SignInPolicy policy, Access access, AuditLog audit) {
        this.policy = policy;
        this.access = access;
        this.audit = audit;
    }

    public boolean isRequired() {
        return policy.isSecondFactorRequired();
    }

    @Transactional
    public boolean apply(boolean required) {
        access.toRunThePlatform();
        var before = policy.isSecondFactorRequired();
        if (before != required) {
            policy.requireSecondFactor(required);
            audit.add(AuditEvent.ofPlatform(
                    "sign-in-policy.changed", "operators", Optional.of(state(before)), Optional.of(state(required))));
        }
        return required;
    }

    private static Snapshot state(boolean required) {
        return Snapshot.of("secondFactorRequired", required);
    }
}
