package dev.postern.admin.bin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what was deleted is kept.
 *
 * @param keep how long it can be brought back
 * @param settle how long the mail of an erased mailbox waits until its last sessions and deliveries have ended
 */
@ConfigurationProperties("postern.admin.bin")
record BinSettings(
        @DefaultValue("14d") Duration keep,
        @DefaultValue("2m") Duration settle) {

    BinSettings {
        if (keep.isNegative() || settle.isNegative()) {
            throw new IllegalArgumentException("postern.admin.bin: neither keep nor settle can be negative");
        }
    }
}
