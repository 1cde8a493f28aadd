package dev.postern.admin.sessions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long somebody stays signed in.
 *
 * @param idle after how long without a page a session ends
 * @param longest after how long it ends in any case
 */
@Validated
@ConfigurationProperties("postern.admin.sessions")
record SessionSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest) {}
