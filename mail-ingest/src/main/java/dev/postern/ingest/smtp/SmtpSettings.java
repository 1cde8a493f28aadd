package dev.postern.ingest.smtp;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The next hop.
 *
 * @param host where Postfix listens for mail-ingest alone
 * @param port of that listener
 * @param heloName what we greet with when the client's own name is unknown
 * @param connectTimeout for the TCP connection and, once more, for the server's greeting
 * @param replyTimeout for every other reply but the one to the message itself, which may take as long as the request has
 * @param maxConnections open at a time
 * @param idleTimeout after which an unused connection is closed; less than Postfix's {@code smtpd_timeout}
 * @param probeEvery how old the answer of the readiness probe may be
 */
@Validated
@ConfigurationProperties("postern.ingest.smtp")
public record SmtpSettings(
        @NotBlank @DefaultValue("postfix-handover") String host,
        @Min(1) @Max(65535) @DefaultValue("2525") int port,
        @NotBlank @DefaultValue("mail-ingest") String heloName,

        @DurationMin(millis = 100) @DurationMax(seconds = 10) @DefaultValue("3s")
        Duration connectTimeout,

        @DurationMin(millis = 100) @DurationMax(seconds = 25) @DefaultValue("15s")
        Duration replyTimeout,

        @Min(1) @Max(200) @DefaultValue("32") int maxConnections,

        @DurationMin(seconds = 1) @DurationMax(minutes = 4) @DefaultValue("60s")
        Duration idleTimeout,

        @DurationMin(millis = 100) @DurationMax(minutes = 1) @DefaultValue("5s")
        Duration probeEvery) {}
