package dev.postern.ingest.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.Envelope;
import dev.postern.common.mail.MailAddress;
import dev.postern.common.mail.ReversePath;
import dev.postern.common.mail.Sha256;
import dev.postern.common.mail.TraceId;
import dev.postern.ingest.deadline.Deadline;
import dev.postern.ingest.delivery.DeliveryKey;
import dev.postern.ingest.delivery.DeliveryOutcome;
import dev.postern.ingest.delivery.InboundMail;
import dev.postern.ingest.delivery.Receipt;
import dev.postern.ingest.smtp.OutgoingMessage;
import dev.postern.ingest.trace.ClientIdentity;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Builds mail in every shape in which it passes through the service. */
public final class Mails {

    private static final SecureRandom RANDOM = new SecureRandom();

    private String from = "ann@sender.example";
    private String to = "bob@example.net";
    private ClientIdentity client = clientAt("203.0.113.7", "mail.sender.example");
    private DeliveryKey key = randomKey();
    private List<DeliveryKey> earlierKeys = List.of();
    private TraceId traceId = TraceId.create(Clock.systemUTC(), RANDOM);
    private Instant receivedAt = Instant.parse("2026-05-01T10:00:00.123456Z");
    private Duration duration = Duration.ofMillis(42);
    private Deadline deadline = Deadline.in(Duration.ofSeconds(20));
    private List<String> headersOnTop = List.of();
    private byte[] body = "Subject: hello\r\n\r\nhello\r\n".getBytes(UTF_8);

    public static Mails aMail() {
        return new Mails();
    }

    public static DeliveryKey randomKey() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new DeliveryKey(Sha256.fromBytes(bytes));
    }

    public static ClientIdentity clientAt(String address, String helo) {
        return new ClientIdentity(Optional.of(InetAddress.ofLiteral(address)), Optional.of(helo));
    }

    public Mails from(String address) {
        this.from = address;
        return this;
    }

    public Mails to(String address) {
        this.to = address;
        return this;
    }

    public Mails broughtBy(ClientIdentity identity) {
        this.client = identity;
        return this;
    }

    public Mails key(DeliveryKey deliveryKey) {
        this.key = deliveryKey;
        return this;
    }

    public Mails carrying(DeliveryKey... earlier) {
        this.earlierKeys = List.of(earlier);
        return this;
    }

    public Mails receivedAt(Instant time) {
        this.receivedAt = time;
        return this;
    }

    public Mails took(Duration time) {
        this.duration = time;
        return this;
    }

    public Mails answeredWithin(Duration time) {
        this.deadline = Deadline.in(time);
        return this;
    }

    public Mails headersOnTop(String... lines) {
        this.headersOnTop = List.of(lines);
        return this;
    }

    public Mails body(String text) {
        return body(text.getBytes(UTF_8));
    }

    public Mails body(byte[] bytes) {
        this.body = bytes.clone();
        return this;
    }

    public Envelope envelope() {
        return new Envelope(ReversePath.parse(from), MailAddress.parse(to));
    }

    public InboundMail inbound() {
        return new InboundMail(traceId, receivedAt, envelope(), client, key, earlierKeys, Bodies.of(body), deadline);
    }

    public OutgoingMessage outgoing() {
        return new OutgoingMessage(envelope(), client, headersOnTop, Bodies.of(body));
    }

    public Receipt receipt(DeliveryOutcome outcome) {
        return new Receipt(Optional.of(key), traceId, receivedAt, envelope(), client, body.length, outcome, duration);
    }
}
