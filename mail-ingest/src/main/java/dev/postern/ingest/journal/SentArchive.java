package dev.postern.ingest.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds sent messages, newest first, a page at a time, and the way of each. */
@Component
class SentArchive {

    static final int PAGE = 50;

    private static final int MOST_OF_ONE_MESSAGE = 1000;

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

    SentArchive(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Looks by queue id, Message-ID, or the beginning of an address.
     *
     * @param before the id of the last one seen
     */
    Page find(String search, long before) {
        var text = search.strip().replaceAll("^<(.+)>$", "$1");
        var found = jdbc.sql(SELECT.formatted(MATCHES))
                .param("text", text)
                .param("beginning", text.replaceAll("[!%_]", "!$0") + "%")
                .param("before", before)
                .param("most", PAGE + 1)
                .query((row, _) -> message(row))
                .list();
        return Page.of(found);
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

    /** The deliveries of a message, and of those that it went on as inside this house. */
    List<Delivery> deliveriesOf(String queueId) {
        var all = new ArrayList<Delivery>();
        for (var delivery : tried(queueId)) {
            all.add(delivery);
            if (delivery.goesOnInside()) {
                all.addAll(tried(Objects.requireNonNull(delivery.nextQueueId())));
            }
        }
        return all;
    }

    private List<Delivery> tried(String queueId) {
        return jdbc.sql("SELECT * FROM delivery WHERE queue_id = :queueId ORDER BY recipient LIMIT "
                        + MOST_OF_ONE_MESSAGE)
                .param("queueId", queueId)
                .query((row, _) -> delivery(row))
                .list();
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

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class))
                .toInstant(ZoneOffset.UTC);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    /** @param next where the following page begins; 0 if this is the last */
    record Page(List<SentMessage> messages, long next) {

        private static Page of(List<SentMessage> found) {
            var shown = List.copyOf(found.subList(0, Math.min(PAGE, found.size())));
            return new Page(shown, found.size() > PAGE ? shown.getLast().id() : 0);
        }
    }
}
