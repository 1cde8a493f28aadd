package dev.postern.ingest.relay;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the relays are described.
 *
 * @param directory with a file {@code NAME.conf} for each relay, without its password
 * @param readEvery how often it is looked at
 */
@Validated
@ConfigurationProperties("postern.ingest.relay")
record RelaySettings(
        @NotNull @DefaultValue("/etc/postern/relays") Path directory,

        @DurationMin(seconds = 1) @DurationMax(minutes = 10) @DefaultValue("10s")
        Duration readEvery) {}
