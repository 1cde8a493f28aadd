package dev.postern.ingest.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The listener that Rspamd asks about what people send.
 *
 * @param address name or address that it listens on: the one in the network that it shares with Rspamd alone. {@code 0.0.0.0}
 *     is all
 * @param port 0 takes any free one
 */
@Validated
@ConfigurationProperties("postern.ingest.filter")
record FilterListener(
        @NotBlank @DefaultValue("0.0.0.0") String address,
        @Min(0) @Max(65535) @DefaultValue("8083") int port) {}
