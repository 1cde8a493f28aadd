package dev.postern.ingest.body;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are read.
 *
 * @param maxSize the largest message taken: Cloudflare's 25 MiB and 64 KiB for the trace headers it adds. What is larger
 *     is refused with 552 5.3.4
 * @param memoryLimit up to this size a message is kept in memory, beyond in a spool file
 * @param memoryBudget memory for all messages at work together; when it is used up, small ones go to the spool, too
 * @param spoolBudget space in the spool directory for all messages at work together; when it is used up, the next ones wait
 * @param spoolDir where spool files are made. They are unlinked at once, so that even a crash leaves nothing behind
 * @param readWithin time to read one message, from the request's first byte
 * @param drainLimit how much of a body that is refused is read on, so that the answer is not lost
 * @param drainWithin how long that may take
 */
@Validated
@ConfigurationProperties("postern.ingest.body")
public record BodySettings(
        @DefaultValue("26279936B") DataSize maxSize,
        @DefaultValue("1MB") DataSize memoryLimit,
        @DefaultValue("10MB") DataSize memoryBudget,
        @DefaultValue("112MB") DataSize spoolBudget,
        @NotNull @DefaultValue("/var/spool/postern") Path spoolDir,

        @DurationMin(seconds = 1) @DurationMax(seconds = 25) @DefaultValue("20s")
        Duration readWithin,

        @DefaultValue("64MB") DataSize drainLimit,

        @DurationMin(seconds = 1) @DurationMax(seconds = 10) @DefaultValue("5s")
        Duration drainWithin) {

    public BodySettings {
        require(memoryLimit.compareTo(memoryBudget) <= 0, "memory-limit may not exceed memory-budget");
        require(maxSize.compareTo(spoolBudget) <= 0, "max-size may not exceed spool-budget");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("postern.ingest.body: " + rule);
        }
    }
}
