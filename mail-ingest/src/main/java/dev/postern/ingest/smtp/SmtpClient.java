package dev.postern.ingest.smtp;

import dev.postern.ingest.deadline.Deadline;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Hands messages to the next hop over a bounded number of connections that stay open.
 *
 * <p>A connection that rested may have died meanwhile. Then the message is tried once more on a new one, but only as long
 * as its end was not sent: afterwards the server may have taken it, and a second try would deliver it twice.
 */
@Component
public class SmtpClient {

    private static final Duration MAX_WAIT = Duration.ofSeconds(10);
    private static final long SWEEP_SECONDS = 5;

    private final SmtpSettings settings;
    private final Semaphore slots;
    private final RestingConnections resting;
    private final Watchdog watchdog = new Watchdog();
    private final Counter opened;
    private final Counter revived;

    SmtpClient(SmtpSettings settings, MeterRegistry metrics) {
        this.settings = settings;
        this.slots = new Semaphore(settings.maxConnections(), true);
        this.resting = new RestingConnections(settings.idleTimeout());
        this.opened = Counter.builder("postern.ingest.smtp.connections.opened")
                .description("SMTP connections opened to the next hop")
                .register(metrics);
        this.revived = Counter.builder("postern.ingest.smtp.connections.replaced")
                .description("Resting SMTP connections that were found dead and replaced by a new one")
                .register(metrics);
        gauges(metrics);
        watchdog.every(SWEEP_SECONDS, resting::closeOld);
    }

    public HandOver send(OutgoingMessage message, Deadline deadline) throws InterruptedException {
        var patience = deadline.atMost(MAX_WAIT).remaining();
        if (!slots.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return new HandOver.NoConnection();
        }
        try {
            return converse(message, deadline);
        } catch (StepFailed failure) {
            return ending(failure);
        } finally {
            slots.release();
        }
    }

    @PreDestroy
    void close() {
        watchdog.close();
        resting.closeAll();
    }

    private HandOver converse(OutgoingMessage message, Deadline deadline) throws StepFailed {
        var rested = resting.take(message.client());
        if (rested.isPresent()) {
            try {
                return attempt(rested.get(), message, deadline);
            } catch (StepFailed failure) {
                if (!isWorthAnother(failure, deadline)) {
                    throw failure;
                }
                revived.increment();
            }
        }
        return attempt(open(deadline), message, deadline);
    }

    private HandOver attempt(SmtpConnection connection, OutgoingMessage message, Deadline deadline) throws StepFailed {
        boolean reusable = false;
        try (var _ = watchdog.guard(connection.socket(), deadline)) {
            var ending = new Transaction(connection, message, deadline).run();
            // Behind a refusal a server may hang up, and what was begun would have to be taken back. An extension that
            // is
            // missing now may be there after the server's restart, which an old connection would never notice.
            reusable = ending instanceof HandOver.Done;
            return ending;
        } finally {
            if (reusable && !deadline.hasPassed()) {
                resting.put(connection);
            } else {
                connection.close();
            }
        }
    }

    private SmtpConnection open(Deadline deadline) throws StepFailed {
        var connection = SmtpConnection.open(settings, deadline);
        opened.increment();
        return connection;
    }

    private static boolean isWorthAnother(StepFailed failure, Deadline deadline) {
        return failure.endsConnection()
                && failure.step() != Step.END_OF_DATA
                && !(failure.getCause() instanceof SocketTimeoutException)
                && !deadline.hasPassed();
    }

    private static HandOver ending(StepFailed failure) {
        var reply = failure.reply();
        return reply == null
                ? new HandOver.Broken(failure.step(), String.valueOf(failure.getMessage()))
                : new HandOver.Answered(failure.step(), reply);
    }

    private void gauges(MeterRegistry metrics) {
        Gauge.builder("postern.ingest.smtp.connections", this, client -> client.atWork())
                .tag("state", "active")
                .description("SMTP connections to the next hop")
                .register(metrics);
        Gauge.builder("postern.ingest.smtp.connections", resting, RestingConnections::size)
                .tag("state", "idle")
                .description("SMTP connections to the next hop")
                .register(metrics);
        Gauge.builder("postern.ingest.smtp.waiting", slots, Semaphore::getQueueLength)
                .description("Messages waiting for an SMTP connection")
                .register(metrics);
    }

    private int atWork() {
        return settings.maxConnections() - slots.availablePermits();
    }
}
