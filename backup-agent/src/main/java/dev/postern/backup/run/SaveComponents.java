package dev.postern.backup.run;

import dev.postern.backup.history.ProgressBoard;
import dev.postern.backup.manifest.Component;
import dev.postern.backup.manifest.Gap;
import dev.postern.backup.manifest.Part;
import dev.postern.backup.manifest.RunId;
import dev.postern.backup.manifest.Trigger;
import dev.postern.backup.restic.ResticFailure;
import dev.postern.backup.restic.SnapshotReader;
import dev.postern.backup.restic.SnapshotWriter;
import dev.postern.backup.source.Saving;
import dev.postern.backup.source.Source;
import dev.postern.backup.source.SourceUnavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves the components of a backup one after the other. One that cannot be had does not keep the others from being saved. */
public final class SaveComponents {

    private static final Logger log = LoggerFactory.getLogger(SaveComponents.class);

    /** What users taught changes with each message, and is worth little: once a day is enough. */
    private static final Duration OFTEN_ENOUGH = Duration.ofHours(26);

    private final List<Source> sources;
    private final SnapshotWriter writer;
    private final SnapshotReader reader;
    private final ProgressBoard board;
    private final InstantSource clock;

    public SaveComponents(
            List<Source> sources,
            SnapshotWriter writer,
            SnapshotReader reader,
            ProgressBoard board,
            InstantSource clock) {
        this.sources = List.copyOf(sources);
        this.writer = writer;
        this.reader = reader;
        this.board = board;
        this.clock = clock;
    }

    /** What could be saved, and what could not. */
    record Result(List<Part> parts, List<Gap> gaps) {}

    Result save(RunId run, Order order, Previous previous) throws ResticFailure {
        var parts = new ArrayList<Part>();
        var gaps = new ArrayList<Gap>();
        for (var source : sources) {
            if (order.scope().contains(source.component())) {
                try {
                    parts.add(save(source, run, order, previous.of(source.component())));
                } catch (SourceUnavailable failure) {
                    log.warn("{} was not saved: {}", source.component().word(), failure.getMessage());
                    gaps.add(new Gap(source.component(), failure.getMessage()));
                }
            }
        }
        return new Result(parts, gaps);
    }

    private Part save(Source source, RunId run, Order order, Optional<Part> previous)
            throws SourceUnavailable, ResticFailure {
        var now = clock.instant();
        var fresh = previous.filter(part -> part.savedAt().plus(OFTEN_ENOUGH).isAfter(now)
                && part.problems().isEmpty());
        if (isNotWorthAnotherLook(source.component(), order) && fresh.isPresent()) {
            return fresh.get().carriedOver();
        }
        var told = board.begin(run.value(), source.component().word());
        try {
            return source.save(
                    new Saving(run, now, previous, writer, reader, order.work().telling(told)));
        } catch (ResticFailure failure) {
            if (failure.kind() == ResticFailure.Kind.NO_INPUT) {
                throw new SourceUnavailable(failure.getMessage(), failure);
            }
            throw failure;
        }
    }

    private static boolean isNotWorthAnotherLook(Component component, Order order) {
        return component == Component.LEARNING && order.triggers().equals(Set.of(Trigger.CONTINUOUS));
    }
}
