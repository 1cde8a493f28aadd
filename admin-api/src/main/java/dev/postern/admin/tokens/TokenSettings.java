package dev.postern.admin.tokens;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first API token.
 *
 * @param file the file with the token; when its content changes, the old token ends at the next start
 */
@ConfigurationProperties("postern.admin.token")
record TokenSettings(
        @DefaultValue("/run/secrets/admin_token") Path file) {}
