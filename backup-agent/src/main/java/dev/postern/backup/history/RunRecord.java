package dev.postern.backup.history;

import dev.postern.backup.manifest.Component;
import dev.postern.backup.manifest.Manifest;
import dev.postern.backup.manifest.RunId;
import dev.postern.backup.manifest.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A backup that was begun.
 *
 * @param problem what went wrong, for people
 * @param manifest what is in it
 * @param kept whether it is still in the repository
 */
public record RunRecord(
        RunId run,
        Set<Trigger> triggers,
        Set<Component> scope,
        Instant startedAt,
        Optional<Instant> finishedAt,
        RunState state,
        Optional<String> problem,
        Optional<Manifest> manifest,
        boolean kept) {

    public RunRecord {
        triggers = Set.copyOf(triggers);
        scope = Set.copyOf(scope);
    }

    public Optional<Duration> took() {
        return finishedAt.map(end -> Duration.between(startedAt, end));
    }

    /** Whether the whole platform could have been restored from it. */
    public boolean isWhole() {
        return state == RunState.COMPLETE && scope.size() == Component.values().length;
    }
}
