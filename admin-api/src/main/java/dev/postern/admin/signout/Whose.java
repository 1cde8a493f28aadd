package dev.postern.admin.signout;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.common.mail.DomainName;

/** Whose sessions end. */
sealed interface Whose {

    /** Those of one mailbox. */
    record OfMailbox(HostedAddress mailbox) implements Whose {

        @Override
        public String toString() {
            return mailbox.toString();
        }
    }

    /** Those of all mailboxes of a domain. */
    record OfDomain(DomainName domain) implements Whose {

        @Override
        public String toString() {
            return "@" + domain.ascii();
        }
    }

    /** Parses what its text says. */
    static Whose parse(String text) {
        return text.startsWith("@")
                ? new OfDomain(DomainName.parse(text.substring(1)))
                : new OfMailbox(HostedAddress.parse(text));
    }
}
