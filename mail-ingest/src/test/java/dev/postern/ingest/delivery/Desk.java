package dev.postern.ingest.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.Sha256;
import dev.postern.ingest.body.BodySettings;
import dev.postern.ingest.signature.SignatureSettings;
import dev.postern.ingest.signature.SignatureVerifier;
import dev.postern.ingest.support.Bodies;
import dev.postern.ingest.support.Replies;
import dev.postern.ingest.support.SignedRequests;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.util.unit.DataSize;

/** All that happens to a request between the web server and the next hop, which is played. */
final class Desk implements AutoCloseable {

    static final int MAX_SIZE = 100_000;
    static final String SPOOL = "spool";

    final Fakes.MemoryReceipts receipts = new Fakes.MemoryReceipts();
    final Fakes.Transport transport = new Fakes.Transport(_ -> Replies.accepted());
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AnnotationConfigApplicationContext signatures;
    private final Reception reception;

    /** @param directory for secrets and spool files */
    Desk(Path directory, int maxNonces) throws IOException {
        signatures = signatures(directory, maxNonces);
        var bodySettings = bodySettings(Files.createDirectories(directory.resolve(SPOOL)));
        var bodies = Bodies.reader(bodySettings, metrics);
        var ledger = new Ledger(receipts, metrics);
        var settings = DeliveryKeysTest.settings(secret(directory, "ingest_delivery_key", ""));
        var keys = new DeliveryKeys(settings);
        keys.start();
        var deliverMail = new DeliverMail(transport, receipts, ledger, Clock.systemUTC());
        var receiveMessage = new ReceiveMessage(
                bodies, bodySettings, keys, deliverMail, ledger, Clock.systemUTC(), settings, metrics);
        reception =
                new Reception(signatures.getBean(SignatureVerifier.class), receiveMessage, bodies, ledger, settings);
    }

    Answer receive(IncomingRequest request) throws InterruptedException {
        return reception.receive(request);
    }

    double count(String outcome, String reason) {
        return metrics.get("postern.ingest.messages")
                .tags("outcome", outcome, "reason", reason)
                .counter()
                .count();
    }

    /** Bytes in {@code memory} or {@code spool} that messages hold. */
    double roomUsed(String kind) {
        return metrics.get("postern.ingest.body.room.used")
                .tag("kind", kind)
                .gauge()
                .value();
    }

    @Override
    public void close() {
        signatures.close();
    }

    private AnnotationConfigApplicationContext signatures(Path directory, int maxNonces) throws IOException {
        var keys = secret(directory, "ingest_keys", SignedRequests.KEY_ID + " ");
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(InstantSource.class, Clock::systemUTC);
        context.registerBean(MeterRegistry.class, () -> metrics);
        context.registerBean(
                SignatureSettings.class,
                () -> new SignatureSettings(keys, Duration.ofMinutes(5), Duration.ofMinutes(1), maxNonces));
        context.scan("dev.postern.ingest.signature");
        context.refresh();
        return context;
    }

    private static BodySettings bodySettings(Path spool) {
        return new BodySettings(
                DataSize.ofBytes(MAX_SIZE),
                DataSize.ofKilobytes(16),
                DataSize.ofKilobytes(64),
                DataSize.ofKilobytes(200),
                spool,
                Duration.ofSeconds(2),
                DataSize.ofMegabytes(1),
                Duration.ofSeconds(1));
    }

    private static Path secret(Path directory, String name, String before) throws IOException {
        var key = Sha256.of("a key for tests".getBytes(UTF_8)).bytes();
        return Files.writeString(
                directory.resolve(name), before + Base64.getEncoder().encodeToString(key));
    }
}
