package dev.postern.admin.migration.mail;

import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Looks for moves whose turn it is, and runs as many at once as may be. */
final class MoveSchedule implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MoveSchedule.class);
    private static final int SECONDS_TO_END = 10;

    private final MailMoves moves;
    private final RunMove runMove;
    private final MoveSettings settings;
    private final InstantSource clock;
    private final Set<Long> mine = ConcurrentHashMap.newKeySet();
    private ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    MoveSchedule(MailMoves moves, RunMove runMove, MoveSettings settings, InstantSource clock) {
        this.moves = moves;
        this.runMove = runMove;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        workers = Executors.newVirtualThreadPerTaskExecutor();
        running = true;
        workers.execute(this::look);
    }

    private void look() {
        while (running) {
            try {
                // What ran when the service ended, or lost the database, goes on.
                moves.waitUnless(Set.copyOf(mine), clock.instant());
                moves.forgetPasswords(clock.instant().minus(settings.keepPasswords()));
                fillPlaces();
            } catch (DataAccessException away) {
                log.debug("Moves of mail wait for the database: {}", away.toString());
            }
            pause();
        }
    }

    private void fillPlaces() {
        while (running && mine.size() < settings.parallel()) {
            var move = moves.take(clock.instant());
            if (move.isEmpty()) {
                return;
            }
            mine.add(move.get().id());
            workers.execute(() -> run(move.get()));
        }
    }

    private void run(MailMove move) {
        try {
            runMove.apply(move);
        } catch (DataAccessException away) {
            log.warn("How the move of mail to {} ended could not be written down: {}", move.mailbox(), away.toString());
        } finally {
            mine.remove(move.id());
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(settings.lookEvery().toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        runMove.stop();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isAutoStartup() {
        return settings.parallel() > 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
