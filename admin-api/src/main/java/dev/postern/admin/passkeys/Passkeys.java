package dev.postern.admin.passkeys;

import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.credentials.CredentialAudit;
import dev.postern.admin.identity.Identity;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys that somebody has: seen, renamed and taken away. */
@Service
public class Passkeys {

    private final PasskeyTable table;
    private final PasskeyUsers users;
    private final CredentialAudit audit;

    Passkeys(PasskeyTable table, PasskeyUsers users, CredentialAudit audit) {
        this.table = table;
        this.users = users;
        this.audit = audit;
    }

    /** The oldest first. */
    public List<Passkey> of(Identity identity) {
        return users.handleOf(identity)
                .map(handle ->
                        table.findByUserId(handle).stream().map(Passkey::of).toList())
                .orElseGet(List::of);
    }

    /** Returns whether he has such a one. */
    @Transactional
    public boolean rename(Identity identity, String id, String label) {
        var before = find(identity, id);
        if (before.isEmpty() || !table.rename(handle(identity), Bytes.fromBase64(id), label)) {
            return false;
        }
        audit.changed(
                "passkey.renamed", identity, Snapshot.of("label", before.get().label()), Snapshot.of("label", label));
        return true;
    }

    /** Returns whether he had such a one. */
    @Transactional
    public boolean remove(Identity identity, String id) {
        var before = find(identity, id);
        if (before.isEmpty() || !table.remove(handle(identity), Bytes.fromBase64(id))) {
            return false;
        }
        audit.gone("passkey.removed", identity, Snapshot.of(before.get()));
        return true;
    }

    private Optional<Passkey> find(Identity identity, String id) {
        return of(identity).stream().filter(passkey -> passkey.id().equals(id)).findFirst();
    }

    private Bytes handle(Identity identity) {
        return users.handleOf(identity).orElseThrow();
    }
}
