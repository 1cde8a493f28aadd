package dev.postern.admin.self;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long owners of mailboxes stay signed in.
 *
 * @param idle how long without a request
 * @param longest how long at most
 * @param proof how long a password or another means counts as shown just now, for what needs that
 */
@ConfigurationProperties("postern.admin.self-service.session")
record SessionSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("10m") Duration proof) {}
