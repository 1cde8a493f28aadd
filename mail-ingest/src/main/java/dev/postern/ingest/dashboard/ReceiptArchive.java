package dev.postern.ingest.dashboard;

import static dev.postern.ingest.database.Columns.instant;
import static dev.postern.ingest.database.Columns.text;
import static dev.postern.ingest.database.Columns.utc;

import dev.postern.common.mail.MessageSize;
import dev.postern.ingest.database.BoundedQueries;
import dev.postern.ingest.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds single receipts, newest first, a few at a time. */
@Component
class ReceiptArchive {

    private static final String SELECT = """
            SELECT id, received_at, trace_id, delivery_key, reverse_path, recipient, client_address, client_helo,
                   size_bytes, outcome, reason, smtp_code, smtp_enhanced, reply_text, duration_ms
            FROM receipt WHERE\s""";
    private static final String ORDER = " ORDER BY received_at DESC, id DESC LIMIT ";

    private final JdbcClient jdbc;

    ReceiptArchive(DataSource database) {
        this.jdbc = BoundedQueries.on(database);
    }

    /** @param before where the list was left; nothing for the newest */
    List<StoredReceipt> find(Search search, Optional<Outcome> outcome, Optional<Position> before, int most) {
        var filter = new ArrayList<Condition>();
        outcome.ifPresent(wanted -> filter.add(new Condition("outcome = ?", wanted.tag())));
        before.ifPresent(position -> filter.add(olderThan(position)));
        return select(
                alternatives(search).map(condition -> and(condition, filter)).toList(), most);
    }

    /** Each alternative has an index of its own, which their OR would not use. */
    private List<StoredReceipt> select(List<Condition> alternatives, int most) {
        var order = ORDER + most;
        var arms = alternatives.stream()
                .map(condition -> "(" + SELECT + condition.sql() + order + ")")
                .toList();
        var parameters = alternatives.stream()
                .flatMap(condition -> condition.values().stream())
                .toList();
        return jdbc.sql(String.join(" UNION ", arms) + order)
                .params(parameters)
                .query((row, _) -> receipt(row))
                .list();
    }

    private static Stream<Condition> alternatives(Search search) {
        return switch (search) {
            case Search.Everything() -> Stream.of(new Condition("TRUE"));
            case Search.ByTrace(var traceId) -> Stream.of(new Condition("trace_id = ?", traceId.value()));
            case Search.ByKey(var key) -> Stream.of(new Condition("delivery_key = ?", key.bytes()));
            case Search.WithoutSender() -> Stream.of(new Condition("reverse_path = ''"));
            case Search.ByText(var text, var beginnings) ->
                Stream.concat(
                        Stream.of(new Condition("queue_id = ?", text)),
                        beginnings.stream()
                                .map(Columns::beginningWith)
                                .flatMap(pattern -> Stream.of(
                                        new Condition("recipient LIKE ? ESCAPE '!'", pattern),
                                        new Condition("reverse_path LIKE ? ESCAPE '!'", pattern))));
        };
    }

    private static Condition olderThan(Position position) {
        var time = utc(position.receivedAt());
        return new Condition("received_at <= ? AND (received_at < ? OR id < ?)", time, time, position.id());
    }

    private static Condition and(Condition first, List<Condition> others) {
        return others.stream().reduce(first, Condition::and);
    }

    private static StoredReceipt receipt(ResultSet row) throws SQLException {
        var sender = text(row, "reverse_path");
        return new StoredReceipt(
                row.getLong("id"),
                instant(row, "received_at"),
                text(row, "trace_id"),
                hex(row.getBytes("delivery_key")),
                sender.isEmpty() ? "<>" : sender,
                text(row, "recipient"),
                row.getString("client_address"),
                row.getString("client_helo"),
                new MessageSize(row.getLong("size_bytes")),
                Outcome.ofTag(text(row, "outcome")).orElseThrow(),
                text(row, "reason"),
                reply(row),
                Duration.ofMillis(row.getLong("duration_ms")));
    }

    private static String reply(ResultSet row) throws SQLException {
        return Stream.of(row.getString("smtp_code"), row.getString("smtp_enhanced"), row.getString("reply_text"))
                .filter(part -> part != null && !part.isEmpty())
                .reduce("", (said, part) -> said.isEmpty() ? part : said + " " + part);
    }

    private static @Nullable String hex(byte @Nullable [] key) {
        return key == null ? null : HexFormat.of().formatHex(key);
    }

    private record Condition(String sql, List<Object> values) {

        Condition(String sql, Object... values) {
            this(sql, List.of(values));
        }

        Condition and(Condition other) {
            return new Condition(
                    sql + " AND " + other.sql,
                    Stream.concat(values.stream(), other.values.stream()).toList());
        }
    }
}
