package dev.postern.ingest.support;

import dev.postern.ingest.body.BodyReader;
import dev.postern.ingest.body.BodySettings;
import dev.postern.ingest.body.MessageBody;
import dev.postern.ingest.body.Reading;
import dev.postern.ingest.deadline.Deadline;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.beans.BeanUtils;
import org.springframework.util.unit.DataSize;

/** Bodies of messages, read as the service reads them; they need not be closed. */
public final class Bodies {

    private static final BodyReader READER = reader(
            new BodySettings(
                    DataSize.ofMegabytes(64),
                    DataSize.ofMegabytes(64),
                    DataSize.ofTerabytes(1),
                    DataSize.ofMegabytes(64),
                    Path.of(System.getProperty("java.io.tmpdir")),
                    Duration.ofSeconds(20),
                    DataSize.ofMegabytes(1),
                    Duration.ofSeconds(1)),
            new SimpleMeterRegistry());

    private Bodies() {}

    public static MessageBody of(byte[] content) {
        try {
            var length = OptionalLong.of(content.length);
            if (READER.read(new ByteArrayInputStream(content), length, Deadline.in(Duration.ofMinutes(1)))
                    instanceof Reading.Complete(var body)) {
                return body;
            }
            throw new AssertionError("the body was not read");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** As Spring makes it: only its own package sees the constructor. */
    public static BodyReader reader(BodySettings settings, MeterRegistry metrics) {
        try {
            return BeanUtils.instantiateClass(
                    BodyReader.class.getDeclaredConstructor(BodySettings.class, MeterRegistry.class),
                    settings,
                    metrics);
        } catch (NoSuchMethodException changed) {
            throw new AssertionError(changed);
        }
    }
}
