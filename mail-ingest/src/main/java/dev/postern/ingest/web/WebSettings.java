package dev.postern.ingest.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The dashboard's listener; the API has {@code server.port}.
 *
 * @param port 0 takes any free one
 */
@Validated
@ConfigurationProperties("postern.ingest.dashboard")
record WebSettings(@Min(0) @Max(65535) @DefaultValue("8082") int port) {}
