package dev.postern.dkim.store;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The key store.
 *
 * @param directory where the keys lie
 */
@ConfigurationProperties("postern.dkim.store")
record KeyStoreSettings(
        @DefaultValue("/var/lib/postern/dkim") Path directory) {}
