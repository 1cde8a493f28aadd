package dev.postern.ingest.receipts;

import static dev.postern.ingest.database.Columns.cut;
import static dev.postern.ingest.database.Columns.utc;

import dev.postern.common.mail.EnhancedStatusCode;
import dev.postern.common.mail.Sha256;
import dev.postern.common.mail.SmtpReply;
import dev.postern.ingest.delivery.DeliveryKey;
import dev.postern.ingest.delivery.DeliveryOutcome;
import dev.postern.ingest.delivery.Receipt;
import java.net.InetAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The table {@code receipt}. */
@Component
class ReceiptTable {

    private static final int FETCH_SIZE = 1000;
    private static final int PURGE_AT_A_TIME = 1000;
    private static final int MAX_REPLY_TEXT = 1000;

    private static final String INSERT = """
            INSERT INTO receipt (received_at, trace_id, delivery_key, reverse_path, recipient, client_address, client_helo,
                                 size_bytes, outcome, reason, duplicate, smtp_code, smtp_enhanced, reply_text, duration_ms)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE id = id
            """;
    private static final String ACCEPTED = """
            SELECT smtp_code, smtp_enhanced, reply_text FROM receipt
            WHERE delivery_key = ? AND outcome = 'accepted' AND received_at >= ? LIMIT 1
            """;
    private static final String ACCEPTED_KEYS = """
            SELECT delivery_key FROM receipt
            WHERE outcome = 'accepted' AND NOT duplicate AND delivery_key IS NOT NULL AND received_at >= ?
            """;
    private static final String PURGE = "DELETE FROM receipt WHERE received_at < ? LIMIT " + PURGE_AT_A_TIME;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    ReceiptTable(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** All of them or none; those that are there already stay as they are. */
    void insert(List<Receipt> receipts) {
        var rows = receipts.stream().map(ReceiptTable::row).toList();
        transaction.executeWithoutResult(_ -> jdbc.batchUpdate(INSERT, rows));
    }

    Optional<SmtpReply> acceptedSince(Instant start, DeliveryKey key) {
        return jdbc.query(ACCEPTED, ReceiptTable::reply, key.bytes(), utc(start)).stream()
                .findFirst();
    }

    void forEachAcceptedSince(Instant start, Consumer<DeliveryKey> consumer) {
        var streaming = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        streaming.setFetchSize(FETCH_SIZE);
        RowCallbackHandler handler =
                row -> consumer.accept(new DeliveryKey(Sha256.fromBytes(row.getBytes("delivery_key"))));
        streaming.query(ACCEPTED_KEYS, handler, utc(start));
    }

    /** Deletes a piece at a time, so that no insert waits for long. */
    void deleteOlderThan(Instant end) {
        int deleted;
        do {
            deleted = jdbc.update(PURGE, utc(end));
        } while (deleted == PURGE_AT_A_TIME);
    }

    void ping() {
        jdbc.execute("DO 0");
    }

    private static @Nullable Object[] row(Receipt receipt) {
        var outcome = receipt.outcome();
        var reply = replyOf(outcome);
        return new @Nullable Object[] {
            utc(receipt.receivedAt()),
            receipt.traceId().value(),
            receipt.deliveryKey().map(DeliveryKey::bytes).orElse(null),
            receipt.envelope().reversePath().text(),
            receipt.envelope().recipient().toString(),
            receipt.client().address().map(InetAddress::getHostAddress).orElse(null),
            receipt.client().helo().orElse(null),
            receipt.size(),
            outcome.tag(),
            outcome.reason().tag(),
            outcome instanceof DeliveryOutcome.Accepted accepted && accepted.duplicate(),
            reply == null ? null : reply.code(),
            reply == null || reply.enhanced() == null ? null : reply.enhanced().toString(),
            cut(reply == null ? ((DeliveryOutcome.Deferred) outcome).text() : reply.text(), MAX_REPLY_TEXT),
            receipt.duration().toMillis()
        };
    }

    private static @Nullable SmtpReply replyOf(DeliveryOutcome outcome) {
        return switch (outcome) {
            case DeliveryOutcome.Accepted accepted -> accepted.reply();
            case DeliveryOutcome.Refused refused -> refused.reply();
            case DeliveryOutcome.Deferred deferred -> null;
        };
    }

    private static SmtpReply reply(ResultSet row, int number) throws SQLException {
        var enhanced = row.getString("smtp_enhanced");
        return new SmtpReply(
                row.getInt("smtp_code"),
                enhanced == null ? null : EnhancedStatusCode.parse(enhanced),
                row.getString("reply_text"));
    }
}
