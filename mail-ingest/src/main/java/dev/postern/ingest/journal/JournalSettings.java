package dev.postern.ingest.journal;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Postfix's log is, and how long is kept what it told.
 *
 * @param log the newest part; older ones lie beside it
 * @param retention after which sent messages and their deliveries are forgotten
 */
@Validated
@ConfigurationProperties("postern.ingest.journal")
record JournalSettings(
        @NotNull @DefaultValue("/var/log/postfix/mail.log") Path log,

        @DurationMin(days = 1) @DurationMax(days = 400) @DefaultValue("30d")
        Duration retention) {}
