package dev.postern.admin.tokens;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * API tokens.
 *
 * @param file the file with the first token; when its content changes, the old token ends at the next start
 * @param usualLife how long a token is good for unless it is made with another end
 * @param longestLife how long at most
 */
@ConfigurationProperties("postern.admin.token")
record TokenSettings(
        @DefaultValue("/run/secrets/admin_token") Path file,
        @DefaultValue("90d") Duration usualLife,
        @DefaultValue("366d") Duration longestLife) {

    TokenSettings {
        if (!usualLife.isPositive() || usualLife.compareTo(longestLife) > 0) {
            throw new IllegalArgumentException("usual-life (%s) has to be positive, and not above longest-life (%s)"
                    .formatted(usualLife, longestLife));
        }
    }
}
