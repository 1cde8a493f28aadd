package dev.postern.backup.retention;

import dev.postern.backup.manifest.RunId;
import dev.postern.backup.manifest.Trigger;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chooses the backups to keep: of each kind the newest. Those that are not complete have a count of their own, so that a row
 * of failures pushes out nothing that is good.
 */
public final class Retention {

    private final Keep keep;

    public Retention(Keep keep) {
        this.keep = keep;
    }

    /** What can be known of a backup. */
    public record Candidate(RunId run, Set<Trigger> triggers, boolean whole, boolean complete) {

        public Candidate {
            triggers = Set.copyOf(triggers);
        }
    }

    /** The names of those to keep. */
    public Set<RunId> choose(List<Candidate> backups) {
        var newestFirst = backups.stream()
                .sorted(Comparator.comparing(Candidate::run).reversed())
                .toList();
        var kept = new HashSet<RunId>();
        for (var trigger : Trigger.values()) {
            var limit = keep.limit(trigger);
            for (var quality : List.<Predicate<Candidate>>of(
                    Candidate::whole, backup -> backup.complete() && !backup.whole(), backup -> !backup.complete())) {
                newestFirst.stream()
                        .filter(backup -> backup.triggers().contains(trigger))
                        .filter(quality)
                        .limit(limit)
                        .forEach(backup -> kept.add(backup.run()));
            }
        }
        return kept;
    }
}
