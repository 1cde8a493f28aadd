package dev.postern.ingest.relayevents;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a relay tells afterwards.
 *
 * @param hostname the name in reports to senders
 */
@Validated
@ConfigurationProperties("postern.ingest.events")
record EventSettings(
        @NotBlank @DefaultValue("mail.postern.internal") String hostname) {}
