package dev.postern.dkim.store;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The key store.
 *
 * @param directory where the keys lie; Rspamd reads them from there
 */
@ConfigurationProperties("postern.dkim.store")
record KeyStoreSettings(
        @DefaultValue("/var/lib/postern/dkim") Path directory) {}
