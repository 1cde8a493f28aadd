package dev.postern.ingest.signature;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which requests are believed.
 *
 * @param keysFile lines of {@code keyid base64}, each key 32 bytes or more; read again when the file changes
 * @param window how long a signature is valid
 * @param clockSkew how far the signer's clock may be ahead of ours
 * @param maxNonces how many signatures can be remembered for the length of a window; more are told to come again
 */
@Validated
@ConfigurationProperties("postern.ingest.signature")
public record SignatureSettings(
        @NotNull @DefaultValue("/run/secrets/ingest_keys") Path keysFile,

        @DurationMin(seconds = 10) @DurationMax(minutes = 15) @DefaultValue("5m")
        Duration window,

        @DurationMin(seconds = 0) @DurationMax(minutes = 5) @DefaultValue("1m")
        Duration clockSkew,

        @Min(1000) @Max(2_000_000) @DefaultValue("250000") int maxNonces) {}
