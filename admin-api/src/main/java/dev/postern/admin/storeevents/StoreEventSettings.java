package dev.postern.admin.storeevents;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What Dovecot tells.
 *
 * @param file where it writes; older parts have {@code .1} and so on behind the name
 */
@ConfigurationProperties("postern.admin.store-events")
record StoreEventSettings(
        @DefaultValue("/var/log/mail-events/events.log") Path file) {}
