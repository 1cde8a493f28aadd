package dev.postern.admin.self;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often a password may be guessed.
 *
 * @param wrongPasswords how many wrong passwords in a row an address may have
 * @param pause how long no password is accepted for it after that
 */
@Validated
@ConfigurationProperties("postern.admin.self-service")
record SelfServiceSettings(
        @Min(1) @Max(100) @DefaultValue("5") int wrongPasswords,
        @DefaultValue("15m") Duration pause) {}
