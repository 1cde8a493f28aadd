package dev.postern.admin.audit;

import dev.postern.admin.access.Scope;
import dev.postern.admin.audit.AuditVerdict.Broken;
import dev.postern.admin.audit.AuditVerdict.Whole;
import dev.postern.common.mail.Sha256;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Reads the whole log and makes every hash anew. */
@Service
public class CheckAuditLog {

    private static final AuditSearch ALL =
            new AuditSearch(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final Sha256 BEGINNING = Sha256.fromBytes(new byte[32]);

    private final AuditTrail trail;
    private final ObjectProvider<AuditChain> chain;

    CheckAuditLog(AuditTrail trail, ObjectProvider<AuditChain> chain) {
        this.trail = trail;
        this.chain = chain;
    }

    public AuditVerdict apply() {
        // Read first: entries that come meanwhile are longer than it, never shorter.
        var head = trail.head();
        var walk = new Walk(chain.getObject(), head);
        trail.forEach(ALL, new Scope.Everything(), walk::step);
        return walk.verdict();
    }

    /** Goes along the chain until it breaks. */
    private static final class Walk {

        private final AuditChain chain;
        private final AuditTrail.Head head;
        private long id;
        private Sha256 hash = BEGINNING;
        private @Nullable Broken broken;

        Walk(AuditChain chain, AuditTrail.Head head) {
            this.chain = chain;
            this.head = head;
        }

        void step(AuditEntry entry) {
            if (broken != null) {
                return;
            }
            if (entry.id() != id + 1) {
                broken = new Broken(id + 1, "Entry %d is missing.".formatted(id + 1));
            } else if (!chain.hash(hash, entry).equals(entry.hash())) {
                broken = new Broken(entry.id(), "Entry %d, or the one before it, was changed.".formatted(entry.id()));
            } else if (entry.id() == head.id() && !entry.hash().equals(head.hash())) {
                broken = new Broken(entry.id(), "Entry %d is not the one that was last.".formatted(entry.id()));
            }
            id = entry.id();
            hash = entry.hash();
        }

        AuditVerdict verdict() {
            if (broken != null) {
                return broken;
            }
            return id < head.id()
                    ? new Broken(id + 1, "Entries %d to %d are missing.".formatted(id + 1, head.id()))
                    : new Whole(id);
        }
    }
}
