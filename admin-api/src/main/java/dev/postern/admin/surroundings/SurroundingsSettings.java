package dev.postern.admin.surroundings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the other services are.
 *
 * @param every how often they are asked how they are
 * @param timeout how long an answer may take
 * @param tokenFile the file with the token that opens their APIs
 * @param ingest where mail-ingest's API is
 * @param dkim where dkim-tools' API is
 * @param components what is asked whether it works, by name: an address that answers 200 for that ({@code http}), or one
 *     that takes connections ({@code tcp})
 */
@ConfigurationProperties("postern.admin.surroundings")
record SurroundingsSettings(
        @DefaultValue("15s") Duration every,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("/run/secrets/admin_token") Path tokenFile,
        @DefaultValue("http://mail-ingest-web:8082") URI ingest,
        @DefaultValue("http://dkim-tools:8082") URI dkim,
        @DefaultValue Map<String, URI> components) {

    SurroundingsSettings {
        components = new TreeMap<>(components);
        components.forEach((name, address) -> {
            if (!"http".equals(address.getScheme()) && !"tcp".equals(address.getScheme())) {
                throw new IllegalArgumentException(
                        "the component %s is at %s, which begins with neither http nor tcp".formatted(name, address));
            }
        });
    }
}
