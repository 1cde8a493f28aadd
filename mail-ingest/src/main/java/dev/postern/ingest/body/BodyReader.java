package dev.postern.ingest.body;

import dev.postern.ingest.deadline.Deadline;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads bodies whole, so that neither a slow client nor a lying one ever holds an SMTP connection. */
@Component
public class BodyReader {

    private static final Logger LOG = LoggerFactory.getLogger(BodyReader.class);
    private static final int CHUNK = 16 * 1024;

    private final BodySettings settings;
    private final Storage storage;

    BodyReader(BodySettings settings, MeterRegistry metrics) {
        this.settings = settings;
        this.storage = new Storage(settings);
        gauge(metrics, "memory", Storage::memoryInUse);
        gauge(metrics, "spool", Storage::spoolInUse);
    }

    /**
     * Reads a body to its end.
     *
     * @param declared its length, if the client said
     */
    public Reading read(InputStream input, OptionalLong declared, Deadline deadline) throws InterruptedException {
        var limit = deadline.atMost(settings.readWithin());
        if (declared.orElse(0) > storage.maxSize()) {
            drain(input, limit);
            return new Reading.TooLarge();
        }
        try (var intake = new Intake(storage, declared, limit)) {
            return copy(input, declared, intake, limit);
        } catch (NoRoom full) {
            LOG.warn("No room for a message: {}", full.getMessage(), full.getCause());
            return new Reading.NoRoom();
        } catch (IOException failure) {
            return isTimeout(failure) ? new Reading.TooSlow() : new Reading.Broken();
        }
    }

    /** Reads and throws away the body of a request that is refused, so that the client gets to see the answer. */
    public void discard(InputStream input) {
        drain(input, Deadline.in(settings.drainWithin()));
    }

    private Reading copy(InputStream input, OptionalLong declared, Intake intake, Deadline limit)
            throws IOException, NoRoom, InterruptedException {
        var chunk = new byte[CHUNK];
        long total = 0;
        for (int count = input.read(chunk); count >= 0; count = input.read(chunk)) {
            total += count;
            if (total > storage.maxSize()) {
                drain(input, limit);
                return new Reading.TooLarge();
            }
            if (limit.hasPassed()) {
                return new Reading.TooSlow();
            }
            intake.append(chunk, count);
        }
        return declared.isPresent() && declared.getAsLong() != total
                ? new Reading.Broken()
                : new Reading.Complete(intake.finish());
    }

    private void drain(InputStream input, Deadline limit) {
        var chunk = new byte[CHUNK];
        long left = settings.drainLimit().toBytes();
        try {
            for (int count = 0; count >= 0 && left > 0 && !limit.hasPassed(); left -= count) {
                count = input.read(chunk);
            }
        } catch (IOException gone) {
            LOG.debug("The client was gone before its refused body ended", gone);
        }
    }

    /** Tomcat wraps the time-out of its socket. */
    private static boolean isTimeout(@Nullable Throwable failure) {
        return failure != null && (failure instanceof SocketTimeoutException || isTimeout(failure.getCause()));
    }

    private void gauge(MeterRegistry metrics, String kind, ToDoubleFunction<Storage> used) {
        Gauge.builder("postern.ingest.body.room.used", storage, used)
                .tag("kind", kind)
                .baseUnit("bytes")
                .description("Room taken by the messages at work")
                .register(metrics);
    }
}
