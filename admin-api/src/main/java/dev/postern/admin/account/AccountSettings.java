package dev.postern.admin.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The pages on which somebody changes how he signs in.
 *
 * @param freshFor how long after his sign-in he may do so without signing in anew
 */
@Validated
@ConfigurationProperties("postern.admin.account")
record AccountSettings(@DefaultValue("15m") Duration freshFor) {}
