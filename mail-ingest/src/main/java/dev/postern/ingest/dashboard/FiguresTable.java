package dev.postern.ingest.dashboard;

import static dev.postern.ingest.database.Columns.utc;

import dev.postern.ingest.database.BoundedQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the receipts. */
@Component
class FiguresTable {

    /**
     * Durations are kept exactly up to 200 ms, and then rounded down to two digits and a half, at most 5 % less: so few
     * different ones are left that their counts are a short answer, whatever the number of receipts.
     */
    private static final String COUNT = """
            SELECT TIMESTAMPDIFF(SECOND, :start, received_at) DIV :step AS step, outcome, reason,
                   CASE WHEN duration_ms < 200 THEN duration_ms
                        WHEN duration_ms < 2000 THEN duration_ms - duration_ms % 10
                        ELSE LEAST(duration_ms - duration_ms % 100, 60000) END AS millis,
                   COUNT(*) AS messages, SUM(size_bytes) AS bytes
            FROM receipt WHERE received_at >= :start AND received_at < :end
            GROUP BY step, outcome, reason, millis
            """;

    private static final String NEWS =
            "SELECT MAX(id) AS newest, MIN(received_at) AS earliest FROM receipt WHERE id > ?";

    private final JdbcClient jdbc;

    FiguresTable(DataSource database) {
        this.jdbc = BoundedQueries.on(database);
    }

    /** The tallies of a period by the start of their step; none for a step without receipts. */
    Map<Instant, Tally> count(Period period) {
        var steps = new HashMap<Instant, Step>();
        jdbc.sql(COUNT)
                .param("start", utc(period.start()))
                .param("end", utc(period.end()))
                .param("step", period.step().toSeconds())
                .query(row -> {
                    var start = period.start().plus(period.step().multipliedBy(row.getLong("step")));
                    steps.computeIfAbsent(start, _ -> new Step()).add(row);
                });
        var tallies = new HashMap<Instant, Tally>();
        steps.forEach((start, step) -> tallies.put(start, step.tally()));
        return tallies;
    }

    /** 0 if there are none. */
    long newestId() {
        return jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM receipt")
                .query(Long.class)
                .single();
    }

    /** What was written after a receipt, late ones included. */
    News writtenAfter(long id) {
        return jdbc.sql(NEWS).param(id).query((row, _) -> news(row)).single();
    }

    private static News news(ResultSet row) throws SQLException {
        var earliest = row.getObject("earliest", LocalDateTime.class);
        return new News(row.getLong("newest"), earliest == null ? null : earliest.toInstant(ZoneOffset.UTC));
    }

    /**
     * What is new.
     *
     * @param newestId of all receipts; 0 if there are none
     * @param earliest when the first of the new ones was received; nothing if there are none
     */
    record News(long newestId, @Nullable Instant earliest) {}

    private static final class Step {

        private final Map<Kind, Long> messages = new HashMap<>();
        private final TreeMap<Integer, Long> latencies = new TreeMap<>();
        private long bytes;

        void add(ResultSet row) throws SQLException {
            long count = row.getLong("messages");
            var outcome =
                    Outcome.ofTag(String.valueOf(row.getString("outcome"))).orElseThrow();
            messages.merge(new Kind(outcome, Objects.requireNonNull(row.getString("reason"))), count, Long::sum);
            latencies.merge(row.getInt("millis"), count, Long::sum);
            bytes += row.getLong("bytes");
        }

        Tally tally() {
            return new Tally(messages, bytes, Latencies.of(latencies));
        }
    }
}
