package dev.postern.admin.pages.domains;

import dev.postern.admin.domains.Domain;
import dev.postern.admin.domains.DomainContent;
import dev.postern.common.mail.MessageSize;

/** A domain in the list of all. */
record DomainRow(Domain domain, DomainContent content, boolean unsigned) {

    /** How much its mailboxes may hold together. */
    public String promised() {
        return new MessageSize(content.quotaBytes()).humanReadable();
    }
}
