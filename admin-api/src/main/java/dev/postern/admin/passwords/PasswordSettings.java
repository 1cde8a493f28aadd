package dev.postern.admin.passwords;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How passwords are hashed.
 *
 * @param concurrentHashes how many are computed at once; each takes 19 MiB of heap while it is
 * @param longestWait how long a request waits for its turn before it is told to come again
 */
@Validated
@ConfigurationProperties("postern.admin.passwords")
record PasswordSettings(
        @Min(1) @Max(64) @DefaultValue("2") int concurrentHashes,
        @DefaultValue("10s") Duration longestWait) {}
