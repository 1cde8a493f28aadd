package dev.postern.admin.migration.mail;

import dev.postern.admin.access.Acting;
import dev.postern.admin.access.Actor;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.mailboxes.Mailbox;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.migration.mail.MailMove.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs one move until it is done, cannot go on, or is cancelled. */
final class RunMove {

    private static final Logger log = LoggerFactory.getLogger(RunMove.class);

    private final MailMoves moves;
    private final Mailboxes mailboxes;
    private final FolderMappings mappings;
    private final MoveSessions sessions;
    private final MoveSettings settings;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Map<Long, Running> running = new ConcurrentHashMap<>();

    RunMove(
            MailMoves moves,
            Mailboxes mailboxes,
            FolderMappings mappings,
            MoveSessions sessions,
            MoveSettings settings,
            AuditLog audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.moves = moves;
        this.mailboxes = mailboxes;
        this.mappings = mappings;
        this.sessions = sessions;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is running, so that it can be ended from outside. */
    private static final class Running {

        private volatile boolean cancelled;
        private volatile Optional<MoveSession> session = Optional.empty();

        void cancel() {
            cancelled = true;
            session.ifPresent(MoveSession::close);
        }
    }

    /** Ends a move that runs, when it comes to that. False if it does not run here. */
    boolean cancel(long id) {
        var found = Optional.ofNullable(running.get(id));
        found.ifPresent(Running::cancel);
        return found.isPresent();
    }

    /** Ends all of them; they go on when the service is there again. */
    void stop() {
        running.values().forEach(one -> one.session.ifPresent(MoveSession::close));
    }

    void apply(MailMove move) {
        var me = new Running();
        running.put(move.id(), me);
        try {
            run(move, me);
            end(move, State.DONE, Optional.empty());
        } catch (MoveFailed failed) {
            if (me.cancelled) {
                end(move, State.CANCELLED, Optional.empty());
            } else {
                failed(move, failed);
            }
        } catch (RuntimeException fault) {
            log.error(
                    "Moving mail to {} from {} failed for a reason that nobody foresaw",
                    move.mailbox(),
                    move.source(),
                    fault);
            failed(move, new MoveFailed(Problem.STORE, "see the log of the service"));
        } finally {
            running.remove(move.id());
        }
    }

    private void run(MailMove move, Running me) throws MoveFailed {
        var password = moves.passwordOf(move.id())
                .orElseThrow(() -> new MoveFailed(Problem.PASSWORD, "it is not kept any more"));
        var quota = mailboxes
                .find(move.mailbox())
                .map(Mailbox::quota)
                .orElseThrow(() -> new MoveFailed(Problem.FAULT, "the mailbox is gone"));
        try (var session = sessions.open(new MoveWish(move.mailbox(), quota, move.source(), password))) {
            me.session = Optional.of(session);
            if (me.cancelled) {
                throw new MoveFailed(Problem.LOST, "cancelled");
            }
            new MoveMailbox(moves, clock).apply(move.id(), session, mappings.read());
        }
    }

    private void failed(MailMove move, MoveFailed failed) {
        log.warn("Moving mail to {} from {}: {}", move.mailbox(), move.source(), failed.getMessage());
        var now = clock.instant();
        var latest = moves.find(move.id()).orElse(move);
        if (failed.problem().isPassing() && !isHopeless(latest, now)) {
            moves.waitUntil(move.id(), now.plus(settings.pauseAfter(latest.attempts() + 1)), failed);
        } else {
            end(move, State.FAILED, Optional.of(failed));
        }
    }

    private boolean isHopeless(MailMove move, Instant now) {
        var since = move.movedAt().or(move::startedAt).orElse(now);
        return Duration.between(since, now).compareTo(settings.giveUpAfter()) > 0;
    }

    private void end(MailMove move, State state, Optional<MoveFailed> why) {
        Acting.as(
                Actor.platform(),
                () -> transaction.executeWithoutResult(_ -> {
                    moves.end(move.id(), state, why, clock.instant());
                    var progress = moves.find(move.id()).map(MailMove::progress);
                    audit.add(AuditEvent.made(
                            "mail-move." + state.text(),
                            move.mailbox().toString(),
                            move.mailbox().domain(),
                            Snapshot.of("from", move.source())
                                    .with(
                                            "moved",
                                            progress.map(MailMove.Progress::moved)
                                                    .orElse(0L))
                                    .with(
                                            "problem",
                                            why.map(failed -> failed.problem().text()))));
                }));
    }
}
