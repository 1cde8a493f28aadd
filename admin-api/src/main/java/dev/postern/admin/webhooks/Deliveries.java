package dev.postern.admin.webhooks;

import dev.postern.admin.audit.AuditFeed;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.admin.webhooks.Delivery.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code webhook_delivery}, what is to be told and was, and {@code webhook_place}, up to where the audit log was read. */
@Repository
class Deliveries {

    private static final String SELECT =
            "select id, webhook, entry, action, subject, state, attempts, next_try, status, problem, created_at, ended_at"
                    + " from webhook_delivery ";

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever asks is alone with it until the transaction ends. */
    long place() {
        return jdbc.sql("select entry from webhook_place for update")
                .query(Long.class)
                .single();
    }

    void goOnFrom(long entry) {
        jdbc.sql("update webhook_place set entry = :entry")
                .param("entry", entry)
                .update();
    }

    void add(long webhook, AuditFeed.Change change, Instant now) {
        jdbc.sql("""
                        insert into webhook_delivery (webhook, entry, action, subject, next_try, created_at)
                        values (:webhook, :entry, :action, :subject, :now, :now)""")
                .param("webhook", webhook)
                .param("entry", change.id())
                .param("action", change.action())
                .param("subject", change.subject())
                .param("now", utc(now))
                .update();
    }

    /**
     * The next one whose turn it is. Nobody else gets it until the lease is over.
     *
     * @param lease longer than it takes to tell it
     */
    Optional<Delivery> take(Instant now, Duration lease) {
        var due = jdbc.sql(SELECT + "where state = 'waiting' and next_try <= :now order by next_try, id limit 1")
                .param("now", utc(now))
                .query(Deliveries::delivery)
                .optional();
        return due.filter(delivery -> jdbc.sql("""
                                update webhook_delivery set next_try = :until
                                where id = :id and state = 'waiting' and next_try = :seen""")
                        .param("id", delivery.id())
                        .param("seen", utc(delivery.nextTry()))
                        .param("until", utc(now.plus(lease)))
                        .update()
                > 0);
    }

    void end(long id, State state, Answer answer, Instant now) {
        note(id, state, answer, now, now);
    }

    void waitUntil(long id, Answer answer, Instant next) {
        note(id, State.WAITING, answer, next, null);
    }

    private void note(long id, State state, Answer answer, Instant next, @Nullable Instant ended) {
        jdbc.sql("""
                        update webhook_delivery
                        set state = :state, attempts = attempts + 1, next_try = :next, status = :status, problem = :problem,
                            ended_at = :ended
                        where id = :id and state = 'waiting'""")
                .param("id", id)
                .param("state", state.text())
                .param("next", utc(next))
                .param("status", answer instanceof Answer.Heard(var status) ? status : null)
                .param("problem", answer instanceof Answer.Unheard(var why) ? why : null)
                .param("ended", ended == null ? null : utc(ended))
                .update();
    }

    Optional<Delivery> find(long webhook, long id) {
        return jdbc.sql(SELECT + "where id = :id and webhook = :webhook")
                .param("id", id)
                .param("webhook", webhook)
                .query(Deliveries::delivery)
                .optional();
    }

    /** The latest first. */
    Page<Delivery> list(long webhook, PageRequest request) {
        var items = jdbc.sql(SELECT + "where webhook = :webhook order by id desc limit :size offset :offset")
                .param("webhook", webhook)
                .param("size", request.size())
                .param("offset", request.offset())
                .query(Deliveries::delivery)
                .list();
        var total = jdbc.sql("select count(*) from webhook_delivery where webhook = :webhook")
                .param("webhook", webhook)
                .query(Long.class)
                .single();
        return Page.of(request, items, total);
    }

    /** Has it told once more, and as often as a new one. */
    void again(long id, Instant now) {
        jdbc.sql("""
                        update webhook_delivery set state = 'waiting', attempts = 0, next_try = :now, ended_at = null
                        where id = :id""").param("id", id).param("now", utc(now)).update();
    }

    void forget(Instant endedBefore) {
        jdbc.sql("delete from webhook_delivery where ended_at < :before")
                .param("before", utc(endedBefore))
                .update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        var status = row.getInt("status");
        return new Delivery(
                row.getLong("id"),
                row.getLong("webhook"),
                row.getLong("entry"),
                row.getString("action"),
                row.getString("subject"),
                State.parse(row.getString("state")),
                row.getInt("attempts"),
                instant(row, "next_try").orElseThrow(),
                status == 0 ? Optional.empty() : Optional.of(status),
                Optional.ofNullable(row.getString("problem")),
                instant(row, "created_at").orElseThrow(),
                instant(row, "ended_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
