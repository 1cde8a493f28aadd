package dev.postern.backup.manifest;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a backup holds. It is written last: without it there is no backup, whatever snapshots there are.
 *
 * @param triggers why it was made
 * @param scope what was to be saved
 * @param versions of the programs that made it
 * @param parts what was saved
 * @param gaps what was not
 */
public record Manifest(
        RunId run,
        Set<Trigger> triggers,
        Set<Component> scope,
        Instant startedAt,
        Instant finishedAt,
        Map<String, String> versions,
        List<Part> parts,
        List<Gap> gaps) {

    public Manifest {
        triggers = Collections.unmodifiableSet(EnumSet.copyOf(triggers));
        scope = Collections.unmodifiableSet(EnumSet.copyOf(scope));
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
        parts = List.copyOf(parts);
        gaps = List.copyOf(gaps);
    }

    public Optional<Part> part(Component component) {
        return parts.stream().filter(part -> part.component() == component).findFirst();
    }

    /** Whether all that was to be saved was saved whole. */
    public boolean isComplete() {
        return gaps.isEmpty()
                && parts.stream().allMatch(part -> part.problems().isEmpty())
                && scope.stream().allMatch(component -> part(component).isPresent());
    }

    /** Whether the whole platform can be restored from it. */
    public boolean isWhole() {
        return isComplete() && scope.equals(EnumSet.allOf(Component.class));
    }

    public long addedBytes() {
        return parts.stream().mapToLong(Part::addedBytes).sum();
    }
}
