package dev.postern.admin.totp;

import dev.postern.admin.credentials.CredentialAudit;
import dev.postern.admin.identity.Identity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for no more codes. */
@Service
public class RemoveTotp {

    private final TotpTable table;
    private final CredentialAudit audit;

    RemoveTotp(TotpTable table, CredentialAudit audit) {
        this.table = table;
        this.audit = audit;
    }

    /** Returns whether codes were asked for until now. */
    @Transactional
    public boolean apply(Identity identity) {
        var removed = table.remove(identity);
        if (removed) {
            audit.happened("totp.removed", identity);
        }
        return removed;
    }
}
