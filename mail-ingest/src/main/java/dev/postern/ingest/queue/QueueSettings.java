package dev.postern.ingest.queue;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Postfix is asked about its queue.
 *
 * @param socket where infra/postfix/queue listens
 * @param patience for an answer
 * @param retention after which it is forgotten what operators did
 */
@Validated
@ConfigurationProperties("postern.ingest.queue")
record QueueSettings(
        @NotNull @DefaultValue("/run/postfix-queue/queue.sock")
        Path socket,

        @DurationMin(seconds = 1) @DurationMax(minutes = 1) @DefaultValue("20s")
        Duration patience,

        @DurationMin(days = 1) @DurationMax(days = 4000) @DefaultValue("400d")
        Duration retention) {}
