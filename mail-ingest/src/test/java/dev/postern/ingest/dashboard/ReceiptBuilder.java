package dev.postern.ingest.dashboard;

import dev.postern.common.mail.TraceId;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A receipt to be put into the database. */
final class ReceiptBuilder {

    private static final RandomGenerator RANDOM = new SecureRandom();
    private static final String INSERT = """
            INSERT INTO ingest.receipt (received_at, trace_id, delivery_key, reverse_path, recipient, client_address,
              client_helo, size_bytes, outcome, reason, duplicate, smtp_code, smtp_enhanced, reply_text, duration_ms)
            VALUES (?, ?, ?, ?, ?, '203.0.113.7', 'mx.sender.example', ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private Instant receivedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final TraceId traceId = TraceId.create(Clock.systemUTC(), RANDOM);
    private byte[] deliveryKey = new byte[32];
    private String sender = "ann@sender.example";
    private String recipient = "bob@example.net";
    private long size = 1000;
    private String outcome = "accepted";
    private String reason = "handed_over";
    private @Nullable Integer code = 250;
    private @Nullable String enhanced = "2.0.0";
    private String text = "Ok: queued as 4cK2Xr1vGzzQ9";
    private int millis = 10;

    private ReceiptBuilder() {
        RANDOM.nextBytes(deliveryKey);
    }

    static ReceiptBuilder accepted() {
        return new ReceiptBuilder();
    }

    static ReceiptBuilder duplicate() {
        var receipt = new ReceiptBuilder();
        receipt.reason = "duplicate";
        return receipt;
    }

    static ReceiptBuilder refused(String reason, int code, String enhanced, String text) {
        var receipt = new ReceiptBuilder();
        receipt.outcome = "refused";
        receipt.reason = reason;
        receipt.code = code;
        receipt.enhanced = enhanced;
        receipt.text = text;
        return receipt;
    }

    static ReceiptBuilder deferred(String reason, String text) {
        var receipt = new ReceiptBuilder();
        receipt.outcome = "deferred";
        receipt.reason = reason;
        receipt.code = null;
        receipt.enhanced = null;
        receipt.text = text;
        return receipt;
    }

    ReceiptBuilder at(Instant time) {
        this.receivedAt = time;
        return this;
    }

    ReceiptBuilder from(String address) {
        this.sender = address;
        return this;
    }

    ReceiptBuilder to(String address) {
        this.recipient = address;
        return this;
    }

    ReceiptBuilder ofBytes(long bytes) {
        this.size = bytes;
        return this;
    }

    ReceiptBuilder took(int time) {
        this.millis = time;
        return this;
    }

    ReceiptBuilder key(byte[] key) {
        this.deliveryKey = key;
        return this;
    }

    String traceId() {
        return traceId.value();
    }

    String key() {
        return HexFormat.of().formatHex(deliveryKey);
    }

    ReceiptBuilder in(ReceiptsDatabase database) throws SQLException {
        try (var connection = database.connect();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, LocalDateTime.ofInstant(receivedAt, ZoneOffset.UTC));
            insert.setString(2, traceId.value());
            insert.setBytes(3, deliveryKey);
            insert.setString(4, sender);
            insert.setString(5, recipient);
            insert.setLong(6, size);
            insert.setString(7, outcome);
            insert.setString(8, reason);
            insert.setBoolean(9, reason.equals("duplicate"));
            insert.setObject(10, code);
            insert.setString(11, enhanced);
            insert.setString(12, text);
            insert.setInt(13, millis);
            insert.execute();
        }
        return this;
    }
}
