package dev.postern.admin.credentials;

import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.identity.Identity;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes down what happens to somebody's means of signing in; the administrators of his domain may read it. */
@Component
public class CredentialAudit {

    private final AuditLog audit;

    CredentialAudit(AuditLog audit) {
        this.audit = audit;
    }

    public void made(String action, Identity identity, Snapshot after) {
        add(action, identity, Optional.empty(), Optional.of(after));
    }

    public void changed(String action, Identity identity, Snapshot before, Snapshot after) {
        add(action, identity, Optional.of(before), Optional.of(after));
    }

    public void gone(String action, Identity identity, Snapshot before) {
        add(action, identity, Optional.of(before), Optional.empty());
    }

    /** Something after which nothing looks different. */
    public void happened(String action, Identity identity) {
        add(action, identity, Optional.empty(), Optional.empty());
    }

    private void add(String action, Identity identity, Optional<Snapshot> before, Optional<Snapshot> after) {
        audit.add(new AuditEvent(action, identity.name(), identity.domain(), before, after));
    }
}
