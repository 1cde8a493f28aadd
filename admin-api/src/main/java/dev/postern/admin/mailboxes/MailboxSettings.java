package dev.postern.admin.mailboxes;

import dev.postern.admin.quota.Quota;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a new mailbox gets unless something else is asked for.
 *
 * @param defaultQuota how much it may hold
 */
@ConfigurationProperties("postern.admin.mailboxes")
record MailboxSettings(@DefaultValue("2GB") DataSize defaultQuota) {

    Quota quota() {
        return new Quota(defaultQuota.toBytes());
    }
}
