package dev.postern.ingest.journal;

import static dev.postern.ingest.database.Columns.beginningWith;
import static dev.postern.ingest.database.Columns.instant;
import static dev.postern.ingest.database.Columns.text;

import dev.postern.ingest.database.BoundedQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds sent messages, newest first, a page at a time, and the way of each. */
@Component
public class SentArchive {

    static final int PAGE = 50;

    /** Deliveries at a time. */
    private static final int MOST = 5000;

    private static final String SELECT = """
            SELECT m.id, m.accepted_at, m.queue_id, m.login, m.author, m.reverse_path, m.message_id, m.size_bytes, m.recipients,
                   COALESCE(SUM(d.state = 'sent'), 0) AS sent, COALESCE(SUM(d.state = 'deferred'), 0) AS deferred,
                   COALESCE(SUM(d.state = 'bounced'), 0) AS bounced
            FROM sent_message m LEFT JOIN delivery d ON d.queue_id = m.queue_id
            WHERE %s GROUP BY m.id ORDER BY m.id DESC LIMIT :most
            """;
    private static final String MATCHES = """
            m.id < :before AND (:text = '' OR m.queue_id = :text OR m.message_id = :text
                OR m.login LIKE :beginning ESCAPE '!' OR m.author LIKE :beginning ESCAPE '!'
                OR m.queue_id IN (SELECT queue_id FROM delivery WHERE recipient LIKE :beginning ESCAPE '!'))
            """;

    private final JdbcClient jdbc;

    SentArchive(DataSource database) {
        this.jdbc = BoundedQueries.on(database);
    }

    /**
     * Looks by queue id, Message-ID, or the beginning of an address.
     *
     * @param before the id of the last one seen
     */
    public Page find(String search, long before) {
        var text = search.strip().replaceAll("^<(.+)>$", "$1");
        var found = jdbc.sql(SELECT.formatted(MATCHES))
                .param("text", text)
                .param("beginning", beginningWith(text))
                .param("before", before)
                .param("most", PAGE + 1)
                .query((row, _) -> message(row))
                .list();
        return Page.of(found);
    }

    /** How many messages people sent. */
    public long countSince(Instant start) {
        return jdbc.sql("SELECT COUNT(*) FROM sent_message WHERE accepted_at >= :start")
                .param("start", LocalDateTime.ofInstant(start, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    Optional<SentMessage> named(String queueId) {
        return jdbc
                .sql(SELECT.formatted("m.queue_id = :queueId"))
                .param("queueId", queueId)
                .param("most", 1)
                .query((row, _) -> message(row))
                .list()
                .stream()
                .findFirst();
    }

    /** The deliveries of each message by its queue id, and of what it went on as inside this house. */
    public Map<String, List<Delivery>> deliveriesOf(Collection<String> queueIds) {
        var tried = tried(queueIds);
        var goneOn = tried(tried.values().stream()
                .flatMap(List::stream)
                .filter(Delivery::goesOnInside)
                .map(delivery -> Objects.requireNonNull(delivery.nextQueueId()))
                .toList());
        return tried.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        way -> way.getValue().stream()
                                .flatMap(delivery -> Stream.concat(
                                        Stream.of(delivery),
                                        delivery.goesOnInside()
                                                ? goneOn.getOrDefault(delivery.nextQueueId(), List.of()).stream()
                                                : Stream.empty()))
                                .toList()));
    }

    List<Delivery> deliveriesOf(String queueId) {
        return deliveriesOf(List.of(queueId)).getOrDefault(queueId, List.of());
    }

    private Map<String, List<Delivery>> tried(Collection<String> queueIds) {
        if (queueIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT * FROM delivery WHERE queue_id IN (:queueIds) ORDER BY queue_id, recipient LIMIT " + MOST)
                .param("queueIds", queueIds)
                .query((row, _) -> delivery(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Delivery::queueId));
    }

    private static SentMessage message(ResultSet row) throws SQLException {
        return new SentMessage(
                row.getLong("id"),
                instant(row, "accepted_at"),
                text(row, "queue_id"),
                text(row, "login"),
                text(row, "author"),
                text(row, "reverse_path"),
                text(row, "message_id"),
                row.getLong("size_bytes"),
                row.getInt("recipients"),
                row.getInt("sent"),
                row.getInt("deferred"),
                row.getInt("bounced"));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                text(row, "queue_id"),
                text(row, "recipient"),
                text(row, "state"),
                text(row, "service"),
                text(row, "relay"),
                text(row, "dsn"),
                text(row, "reply"),
                row.getString("next_queue_id"),
                row.getInt("tries"),
                instant(row, "first_at"),
                instant(row, "last_at"));
    }

    /**
     * Some of what was found.
     *
     * @param next where the following page begins; 0 if this is the last
     */
    public record Page(List<SentMessage> messages, long next) {

        private static Page of(List<SentMessage> found) {
            var shown = List.copyOf(found.subList(0, Math.min(PAGE, found.size())));
            return new Page(shown, found.size() > PAGE ? shown.getLast().id() : 0);
        }
    }
}
