package dev.postern.ingest.dashboard;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The figures of each range; one is counted at a time, however many pages are open, so that one connection is enough. */
@Component
final class History {

    private final Map<TimeRange, RunningCount> counts = new EnumMap<>(TimeRange.class);
    private final FiguresTable table;
    private final InstantSource clock;

    History(FiguresTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DataAccessException if the database does not answer, or not in time */
    synchronized Figures figures(TimeRange range) {
        return counts.computeIfAbsent(range, _ -> new RunningCount(range, table, clock))
                .figures();
    }
}
