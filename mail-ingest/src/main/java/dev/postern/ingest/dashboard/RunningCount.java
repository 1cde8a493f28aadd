package dev.postern.ingest.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one range, kept up to date with little work: what was counted stays counted, and when new receipts
 * were written, only the steps from the earliest of them on are counted again. Normally that is the present one.
 *
 * <p>However many receipts there are, a count ends after a while, with the newest steps counted first; the next one goes
 * on. At most a third of the time is spent on it.
 */
final class RunningCount {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final int REST = 2;

    private static final Duration SHORT_QUERY = Duration.ofMillis(200);
    private static final int MAX_STEPS = 16;

    private static final long NOTHING_YET = -1;

    private final TimeRange range;
    private final FiguresTable table;
    private final InstantSource clock;

    private final TreeMap<Instant, Tally> tallies = new TreeMap<>();
    private final TreeSet<Instant> uncounted = new TreeSet<>();
    private Instant countedUntil = Instant.MIN;
    private long newestId = NOTHING_YET;
    private int stepsAtATime = 1;
    private Instant restUntil = Instant.MIN;
    private @Nullable Figures latest;

    RunningCount(TimeRange range, FiguresTable table, InstantSource clock) {
        this.range = range;
        this.table = table;
        this.clock = clock;
    }

    Figures figures() {
        var now = clock.instant();
        var known = latest;
        if (known != null && now.isBefore(restUntil)) {
            return known;
        }
        var period = range.endingAt(now);
        move(period);
        findChanges(period);
        countSome(period.step());
        var figures = Figures.of(period, tallies);
        latest = figures;
        restUntil = clock.instant().plus(Duration.between(now, clock.instant()).multipliedBy(REST));
        return figures;
    }

    private void move(Period period) {
        tallies.headMap(period.start()).clear();
        uncounted.headSet(period.start()).clear();
        period.starts().stream().filter(start -> !start.isBefore(countedUntil)).forEach(uncounted::add);
        countedUntil = period.end();
    }

    /** Ids ascend in the order of writing. One that is lower than before means that the table is another one. */
    private void findChanges(Period period) {
        if (newestId == NOTHING_YET) {
            newestId = table.newestId(); // before anything is counted: what comes meanwhile is news the next time
            return;
        }
        var news = table.writtenAfter(newestId);
        if (news.newestId() < newestId) {
            uncounted.addAll(period.starts());
        } else if (news.earliest() != null) {
            uncounted.addAll(period.from(news.earliest()).starts());
        }
        newestId = news.newestId();
    }

    private void countSome(Duration step) {
        var end = clock.instant().plus(AT_ONCE);
        while (!uncounted.isEmpty() && clock.instant().isBefore(end)) {
            countPiece(step);
        }
    }

    /** The newest steps in one query; the more, the faster the one before was answered. */
    private void countPiece(Duration step) {
        var begin = clock.instant();
        int most = stepsAtATime;
        stepsAtATime = Math.max(1, most / 2); // for the next time, should this one fail
        var piece = newestUncounted(step, most);
        var counted = table.count(piece);
        for (var start : piece.starts()) {
            tallies.put(start, counted.getOrDefault(start, Tally.NONE));
            uncounted.remove(start);
        }
        boolean fast = Duration.between(begin, clock.instant()).compareTo(SHORT_QUERY) < 0;
        stepsAtATime = fast ? Math.min(2 * most, MAX_STEPS) : Math.max(1, most / 2);
    }

    private Period newestUncounted(Duration step, int most) {
        var start = uncounted.last();
        int steps = 1;
        while (steps < most && uncounted.contains(start.minus(step))) {
            start = start.minus(step);
            steps++;
        }
        return new Period(start, step, steps);
    }
}
