package dev.postern.admin.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Requests with an {@code Idempotency-Key}.
 *
 * @param remembered how long an answer is given again
 * @param abandoned after how long a request without an answer counts as lost, as when the service was killed, and is done
 *     again; longer than any request takes
 */
@ConfigurationProperties("postern.admin.idempotency")
record IdempotencySettings(
        @DefaultValue("24h") Duration remembered,
        @DefaultValue("5m") Duration abandoned) {}
