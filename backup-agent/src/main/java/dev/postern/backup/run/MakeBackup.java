package dev.postern.backup.run;

import dev.postern.backup.catalogue.Catalogue;
import dev.postern.backup.history.History;
import dev.postern.backup.history.ProgressBoard;
import dev.postern.backup.history.RunState;
import dev.postern.backup.manifest.Manifest;
import dev.postern.backup.manifest.RunId;
import dev.postern.backup.restic.ResticFailure;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one backup: each component in its turn, and at the end the manifest, which makes a backup of them. Whatever dies
 * before that leaves snapshots that belong to nothing, and the next backup removes them.
 */
public final class MakeBackup {

    private static final Logger log = LoggerFactory.getLogger(MakeBackup.class);

    private final RunLock lock;
    private final OpenRepository repository;
    private final SaveComponents components;
    private final Catalogue catalogue;
    private final CleanUp cleanUp;
    private final History history;
    private final ProgressBoard board;
    private final Map<String, String> versions;
    private final InstantSource clock;

    public MakeBackup(
            RunLock lock,
            OpenRepository repository,
            SaveComponents components,
            Catalogue catalogue,
            CleanUp cleanUp,
            History history,
            ProgressBoard board,
            Map<String, String> versions,
            InstantSource clock) {
        this.lock = lock;
        this.repository = repository;
        this.components = components;
        this.catalogue = catalogue;
        this.cleanUp = cleanUp;
        this.history = history;
        this.board = board;
        this.versions = Map.copyOf(versions);
        this.clock = clock;
    }

    public Outcome make(Order order) {
        var run = RunId.of(clock.instant(), RandomGenerator.getDefault());
        var taken = lock.tryTake("backup " + run);
        if (taken.isEmpty()) {
            return new Outcome.Busy(lock.purpose());
        }
        try (var held = taken.get()) {
            history.endInterrupted();
            history.began(run, order.triggers(), order.scope());
            var outcome = attempt(run, order, held.wasLeftBehind());
            log.info("Backup {}: {}", run, outcome.getClass().getSimpleName());
            return outcome;
        } finally {
            board.clear();
        }
    }

    private Outcome attempt(RunId run, Order order, boolean afterAKill) {
        try {
            board.begin(run.value(), "repository");
            var before = repository.open(order.work(), afterAKill);
            var manifest = save(run, order, new Previous(before, history));
            var made = catalogue.add(manifest, order.work());
            history.finished(manifest);
            board.begin(run.value(), "old");
            cleanUp.after(run, order, before.with(made));
            return new Outcome.Made(manifest);
        } catch (ResticFailure failure) {
            return ended(run, failure);
        } catch (NoBackup refused) {
            return failed(run, refused.getMessage());
        } catch (RuntimeException unforeseen) {
            log.error("Backup {} failed for a reason that nobody foresaw", run, unforeseen);
            return failed(run, "A fault of the service; its log says more: " + unforeseen);
        }
    }

    private Manifest save(RunId run, Order order, Previous previous) throws ResticFailure, NoBackup {
        var started = clock.instant();
        var result = components.save(run, order, previous);
        if (result.parts().isEmpty()) {
            throw new NoBackup("Nothing could be saved. " + reasons(result));
        }
        return new Manifest(
                run,
                order.triggers(),
                order.scope(),
                started,
                clock.instant(),
                versions,
                result.parts(),
                result.gaps());
    }

    private Outcome ended(RunId run, ResticFailure failure) {
        if (failure.kind() == ResticFailure.Kind.STOPPED) {
            history.failed(run, RunState.STOPPED, "It was stopped.");
            return new Outcome.Stopped(run);
        }
        return failed(run, failure.getMessage());
    }

    private Outcome failed(RunId run, String reason) {
        log.warn("Backup {} failed: {}", run, reason);
        history.failed(run, RunState.FAILED, reason);
        return new Outcome.Failed(run, reason);
    }

    private static String reasons(SaveComponents.Result result) {
        return String.join(" ", result.gaps().stream().map(gap -> gap.reason()).toList());
    }
}
