package dev.postern.ingest.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.postern.common.testing.MariaDb;
import dev.postern.common.testing.TestDatabase;
import dev.postern.ingest.delivery.DeliveryKey;
import dev.postern.ingest.delivery.DeliveryOutcome;
import dev.postern.ingest.delivery.Reason;
import dev.postern.ingest.delivery.Receipt;
import dev.postern.ingest.support.Mails;
import dev.postern.ingest.support.Replies;
import dev.postern.ingest.trace.ClientIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ReceiptTableIT {

    private static final Instant TIME = Instant.parse("2026-05-01T10:00:00.123456Z");

    @TempDir
    static Path directory;

    private static HikariDataSource dataSource;
    private static JdbcTemplate jdbc;
    private static ReceiptTable table;

    @BeforeAll
    static void connect() throws IOException {
        dataSource = new ReceiptDatabase().dataSource(settings());
        Flyway.configure().dataSource(dataSource).load().migrate();
        jdbc = new JdbcTemplate(dataSource);
        table = new ReceiptTable(jdbc, new TransactionTemplate(new JdbcTransactionManager(dataSource)));
    }

    @AfterAll
    static void disconnect() {
        dataSource.close();
    }

    @Test
    void writesAllOfAReceipt() {
        var key = Mails.randomKey();
        var receipt = Mails.aMail().from("jürgen@sender.example").key(key).receipt(Replies.accepted());
        table.insert(List.of(receipt));
        assertThat(rowOf(receipt))
                .containsEntry("reverse_path", "jürgen@sender.example")
                .containsEntry("recipient", "bob@example.net")
                .containsEntry("client_address", "203.0.113.7")
                .containsEntry("client_helo", "mail.sender.example")
                .containsEntry("delivery_key", key.bytes())
                .containsEntry("outcome", "accepted")
                .containsEntry("reason", "handed_over")
                .containsEntry("duplicate", false)
                .containsEntry("smtp_code", 250)
                .containsEntry("smtp_enhanced", "2.0.0")
                .containsEntry("reply_text", "Ok: queued as 4ABC")
                .containsEntry("duration_ms", 42L);
        assertThat(jdbc.queryForObject(
                        "select date_format(received_at, '%Y-%m-%d %T.%f') from receipt where trace_id = ?",
                        String.class, receipt.traceId().value()))
                .isEqualTo("2026-05-01 10:00:00.123456");
    }

    @Test
    void writesWhatIsNotKnownAsNull() {
        var mail = Mails.aMail().from("").broughtBy(ClientIdentity.UNKNOWN);
        var full = mail.receipt(Replies.deferred(Reason.UNREACHABLE));
        var unread = new Receipt(
                Optional.empty(),
                full.traceId(),
                TIME,
                full.envelope(),
                full.client(),
                0,
                full.outcome(),
                Duration.ZERO);
        table.insert(List.of(unread));
        assertThat(rowOf(unread))
                .containsEntry("delivery_key", null)
                .containsEntry("reverse_path", "")
                .containsEntry("client_address", null)
                .containsEntry("client_helo", null)
                .containsEntry("smtp_code", null)
                .containsEntry("smtp_enhanced", null)
                .containsEntry("reply_text", "The mail server is busy.");
    }

    /** One that does not fit would stop all that come behind it. */
    @Test
    void hasRoomForEveryReceipt() {
        var longest = "x".repeat(64) + "@" + ("y".repeat(60) + ".").repeat(3) + "exampl";
        var client = Mails.clientAt("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "h".repeat(255));
        var text = "📮".repeat(3000);
        var reply = Replies.reply("550 5.999.999 " + "x" + text);
        for (var reason : Reason.values()) {
            table.insert(List.of(Mails.aMail()
                    .from(longest)
                    .to(longest)
                    .broughtBy(client)
                    .took(Duration.ofDays(40))
                    .receipt(new DeliveryOutcome.Refused(reason, reply))));
        }
        table.insert(List.of(
                Mails.aMail().receipt(new DeliveryOutcome.Deferred(Reason.UNREACHABLE, Duration.ZERO, text)),
                Mails.aMail().receipt(new DeliveryOutcome.Deferred(Reason.UNREACHABLE, Duration.ZERO, "x" + text))));
    }

    @Test
    void writesAlsoWhatTookLessThanNoTimeByAClockThatWasSetBack() {
        var receipt = Mails.aMail().took(Duration.ofSeconds(-3)).receipt(Replies.accepted());
        table.insert(List.of(receipt));
        assertThat(rowOf(receipt)).containsEntry("duration_ms", 0L);
    }

    @Test
    void makesOneRowOfAReceiptThatIsWrittenTwice() {
        var receipt = Mails.aMail().receipt(Replies.accepted());
        table.insert(List.of(receipt));
        table.insert(List.of(Mails.aMail().receipt(Replies.accepted()), receipt));
        assertThat(rowsOf(receipt)).hasSize(1);
    }

    @Test
    void findsWhatWasAcceptedSince() {
        var key = Mails.randomKey();
        table.insert(List.of(
                Mails.aMail().key(key).receivedAt(TIME.minusSeconds(2)).receipt(Replies.refused("550 5.1.1 no")),
                Mails.aMail().key(key).receivedAt(TIME).receipt(Replies.accepted())));
        assertThat(table.acceptedSince(TIME, key)).contains(Replies.QUEUED);
        assertThat(table.acceptedSince(TIME.plusSeconds(1), key)).isEmpty();
        assertThat(table.acceptedSince(TIME.minusSeconds(9), Mails.randomKey())).isEmpty();
    }

    @Test
    void listsTheKeysThatWereAcceptedSince() {
        var old = Mails.randomKey();
        var refused = Mails.randomKey();
        var accepted = Mails.randomKey();
        table.insert(List.of(
                Mails.aMail().key(old).receivedAt(TIME.minusSeconds(1)).receipt(Replies.accepted()),
                Mails.aMail().key(refused).receivedAt(TIME).receipt(Replies.refused("550 5.1.1 no")),
                Mails.aMail().key(accepted).receivedAt(TIME).receipt(Replies.accepted())));
        var keys = new ArrayList<DeliveryKey>();
        table.forEachAcceptedSince(TIME, keys::add);
        assertThat(keys).contains(accepted).doesNotContain(old, refused);
    }

    @Test
    void deletesAllThatIsTooOld() {
        var longAgo = Instant.parse("2001-01-01T00:00:00Z");
        var old = new ArrayList<Receipt>();
        for (int count = 0; count < 2500; count++) {
            old.add(Mails.aMail().receivedAt(longAgo).receipt(Replies.accepted()));
        }
        var young = Mails.aMail().receivedAt(longAgo.plusSeconds(1)).receipt(Replies.accepted());
        table.insert(old);
        table.insert(List.of(young));
        table.deleteOlderThan(longAgo.plusSeconds(1));
        assertThat(jdbc.queryForObject(
                        "select count(*) from receipt where received_at < '2001-01-01 00:00:01'", Integer.class))
                .isZero();
        assertThat(rowsOf(young)).hasSize(1);
    }

    private static ReceiptSettings settings() throws IOException {
        return new ReceiptSettings(
                "jdbc:mariadb://%s:%d/ingest".formatted(TestDatabase.host(), TestDatabase.port()),
                "ingest",
                Files.writeString(directory.resolve("password"), MariaDb.passwordOf("ingest")),
                2,
                Duration.ofDays(30),
                1000,
                100,
                Duration.ZERO);
    }

    private static Map<String, @Nullable Object> rowOf(Receipt receipt) {
        return rowsOf(receipt).getFirst();
    }

    private static List<Map<String, @Nullable Object>> rowsOf(Receipt receipt) {
        return jdbc.queryForList(
                "select * from receipt where trace_id = ?", receipt.traceId().value());
    }
}
