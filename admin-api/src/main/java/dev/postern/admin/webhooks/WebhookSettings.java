package dev.postern.admin.webhooks;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How receivers are told of changes.
 *
 * @param parallel how many are told at once; 0 has all of them wait
 * @param lookEvery how often to look for something to tell
 * @param connectTimeout how long to wait for a connection
 * @param patience how long a receiver may take until it has answered
 * @param pauses how long to wait after the first failure, the second and so on; after one more it has failed
 * @param keep how long it is remembered what was told
 * @param allowedNetworks networks that are not the Internet, in which receivers may be nevertheless
 * @param caFile certificates in PEM of further authorities that stand behind receivers
 */
@Validated
@ConfigurationProperties("postern.admin.webhooks")
record WebhookSettings(
        @Min(0) @Max(16) @DefaultValue("4") int parallel,
        @DefaultValue("2s") Duration lookEvery,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration patience,

        @DefaultValue({"10s", "1m", "5m", "30m", "2h", "6h", "12h", "24h"})
        List<Duration> pauses,

        @DefaultValue("30d") Duration keep,
        @DefaultValue({}) List<String> allowedNetworks,
        @Nullable Path caFile) {

    WebhookSettings {
        pauses = List.copyOf(pauses);
        allowedNetworks = List.copyOf(allowedNetworks);
    }
}
