package dev.postern.admin.migration.mail;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Has mail come from accounts on other servers: from all of them, or from none if one cannot be. */
@Service
class StartMoves {

    /** As many as fit into one request; each is a line with a password. */
    static final int MOST = 5000;

    private final MailMoves moves;
    private final Mailboxes mailboxes;
    private final Access access;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    StartMoves(MailMoves moves, Mailboxes mailboxes, Access access, AuditLog audit, TransactionTemplate transaction) {
        this.moves = moves;
        this.mailboxes = mailboxes;
        this.access = access;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** An account that has moved to the same mailbox before goes on where that ended. */
    Outcome<List<MailMove>> apply(List<NewMove> wanted) {
        access.toRunThePlatform();
        if (wanted.isEmpty() || wanted.size() > MOST) {
            return Outcome.refused(new Refusal.Unfit(
                    "moves", "Name between 1 and %d accounts, not %d.".formatted(MOST, wanted.size())));
        }
        Outcome<List<MailMove>> outcome = transaction.execute(status -> {
            var ids = new ArrayList<Long>();
            for (var move : wanted) {
                if (mailboxes.find(move.mailbox()).isEmpty()) {
                    status.setRollbackOnly();
                    return Outcome.refused(new Refusal.Unfit(
                            "mailbox", "There is no mailbox %s here; create it first.".formatted(move.mailbox())));
                }
                var id = moves.add(move);
                if (id.isEmpty()) {
                    status.setRollbackOnly();
                    return Outcome.refused(new Refusal.Taken(
                            "user", "Mail of %s to %s is moving already.".formatted(move.source(), move.mailbox())));
                }
                ids.add(id.get());
            }
            wanted.forEach(this::note);
            return Outcome.done(
                    ids.stream().map(id -> moves.find(id).orElseThrow()).toList());
        });
        return Objects.requireNonNull(outcome);
    }

    private void note(NewMove move) {
        audit.add(AuditEvent.made(
                "mail-move.started",
                move.mailbox().toString(),
                move.mailbox().domain(),
                Snapshot.of("from", move.source())));
    }
}
