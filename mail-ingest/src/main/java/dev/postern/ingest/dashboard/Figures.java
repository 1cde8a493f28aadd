package dev.postern.ingest.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came in during a period, step by step, and all in all. */
record Figures(Period period, List<Point> points, Tally total) {

    /** @param tallies by the start of their step; where there is none, it is not counted yet */
    static Figures of(Period period, Map<Instant, Tally> tallies) {
        var points = period.starts().stream()
                .map(start -> new Point(start, tallies.get(start)))
                .toList();
        var counted = points.stream()
                .flatMap(point -> Stream.ofNullable(point.tally()))
                .toList();
        return new Figures(period, points, Tally.sum(counted));
    }

    public boolean isComplete() {
        return points.stream().map(Point::tally).allMatch(Objects::nonNull);
    }

    /** One step. */
    record Point(Instant start, @Nullable Tally tally) {}
}
