package dev.postern.admin.pages.statistics;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.usage.LargeMailbox;
import dev.postern.common.mail.MessageSize;

/** One of the largest mailboxes, its sizes as people read them. */
record LargestRow(HostedAddress address, String used, String quota) {

    static LargestRow of(LargeMailbox mailbox) {
        return new LargestRow(
                mailbox.address(),
                new MessageSize(mailbox.usedBytes()).humanReadable(),
                new MessageSize(mailbox.quotaBytes()).humanReadable());
    }
}
