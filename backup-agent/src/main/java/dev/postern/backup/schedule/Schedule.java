package dev.postern.backup.schedule;

import dev.postern.backup.manifest.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides from what was done what is to be done. It remembers nothing, so it cannot forget anything either. */
public final class Schedule {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Map<Trigger, Plan> plans;

    public Schedule(Map<Trigger, Plan> plans) {
        this.plans = Map.copyOf(plans);
    }

    /**
     * A backup that was begun.
     *
     * @param complete whether it came to a good end
     */
    public record Attempt(Instant startedAt, Set<Trigger> triggers, boolean complete) {

        public Attempt {
            triggers = Set.copyOf(triggers);
        }
    }

    /**
     * For what a backup is due. Times that passed while nobody was here are made up for, by one backup for all of them; one
     * that failed is tried again after a pause that grows.
     *
     * @param attempts those of the past weeks, in any order
     */
    public Set<Trigger> due(Instant now, List<Attempt> attempts) {
        var due = EnumSet.noneOf(Trigger.class);
        plans.forEach((trigger, plan) -> {
            var since = since(trigger, plan.lastUntil(now), now, attempts);
            if (since.stream().noneMatch(Attempt::complete) && isPatienceOver(since, now)) {
                due.add(trigger);
            }
        });
        return due;
    }

    /** When each comes next, unless it is due. */
    public Map<Trigger, Instant> next(Instant now) {
        var next = new EnumMap<Trigger, Instant>(Trigger.class);
        plans.forEach((trigger, plan) -> next.put(trigger, plan.nextAfter(now)));
        return next;
    }

    /**
     * Those that count for the last time that was planned. Every backup is as good as a continuous one. One from the future,
     * made while the clock was wrong, must not keep others from being made.
     */
    private static List<Attempt> since(Trigger trigger, Instant planned, Instant now, List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt ->
                        trigger == Trigger.CONTINUOUS || attempt.triggers().contains(trigger))
                .filter(attempt -> !attempt.startedAt().isBefore(planned))
                .filter(attempt -> !attempt.startedAt().isAfter(now))
                .toList();
    }

    private static boolean isPatienceOver(List<Attempt> failures, Instant now) {
        Optional<Instant> last = failures.stream().map(Attempt::startedAt).max(Instant::compareTo);
        return last.map(time -> !time.plus(pause(failures.size())).isAfter(now)).orElse(true);
    }

    private static Duration pause(int failures) {
        var pause = FIRST_PAUSE;
        for (int failure = 1; failure < failures && pause.compareTo(LONGEST_PAUSE) < 0; failure++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
