package dev.postern.admin.migration.mail;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.passwords.Password;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a move, has it go on, or forgets it. */
@Service
class ChangeMove {

    private final MailMoves moves;
    private final RunMove runMove;
    private final Access access;
    private final AuditLog audit;
    private final InstantSource clock = InstantSource.system();

    ChangeMove(MailMoves moves, RunMove runMove, Access access, AuditLog audit) {
        this.moves = moves;
        this.runMove = runMove;
        this.access = access;
        this.audit = audit;
    }

    /** What has come stays. A move that runs ends within moments. */
    @Transactional
    public Outcome<MailMove> cancel(long id) {
        access.toRunThePlatform();
        var move = moves.find(id);
        if (move.isEmpty()) {
            return missing(id);
        }
        if (!moves.cancelWaiting(id, clock.instant()) && !runMove.cancel(id)) {
            return Outcome.refused(new Refusal.Taken("state", "This move is over already."));
        }
        note("mail-move.cancel-asked", move.get());
        return Outcome.done(moves.find(id).orElseThrow());
    }

    /**
     * Has a move that is over go on: what is new comes, and what had not come.
     *
     * @param password the one there, if it is not kept any more or another one is right
     * @param fromTheBeginning whether everything is compared anew
     */
    @Transactional
    public Outcome<MailMove> again(long id, Optional<Password> password, boolean fromTheBeginning) {
        access.toRunThePlatform();
        var move = moves.find(id);
        if (move.isEmpty()) {
            return missing(id);
        }
        if (password.isEmpty() && !move.get().hasPassword()) {
            return Outcome.refused(new Refusal.Unfit(
                    "password",
                    "The password of %s is not kept any more; give it."
                            .formatted(move.get().source())));
        }
        if (!moves.again(id, password)) {
            return Outcome.refused(new Refusal.Taken("state", "This move is not over yet."));
        }
        if (fromTheBeginning) {
            moves.startOver(id);
        }
        note("mail-move.started", move.get());
        return Outcome.done(moves.find(id).orElseThrow());
    }

    /** The mail stays; if the same account moves again, everything is compared with what is here. */
    @Transactional
    public Outcome<MailMove> forget(long id) {
        access.toRunThePlatform();
        var move = moves.find(id);
        if (move.isEmpty()) {
            return missing(id);
        }
        if (!moves.forget(id)) {
            return Outcome.refused(new Refusal.Taken("state", "This move is not over yet; cancel it first."));
        }
        note("mail-move.forgotten", move.get());
        return Outcome.done(move.get());
    }

    private void note(String action, MailMove move) {
        audit.add(AuditEvent.made(
                action, move.mailbox().toString(), move.mailbox().domain(), Snapshot.of("from", move.source())));
    }

    private static Outcome<MailMove> missing(long id) {
        return Outcome.refused(new Refusal.Missing("There is no move with the number %d.".formatted(id)));
    }
}
