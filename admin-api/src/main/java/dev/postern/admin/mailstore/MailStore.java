package dev.postern.admin.mailstore;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.common.mail.DomainName;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The server that holds the mail of all mailboxes. Every question is answered, be it by {@link StoreAnswer.Away}. */
public interface MailStore {

    /** Ends the sessions of a mailbox, whether it is still there or not, and says how many there were. */
    StoreAnswer<Integer> endSessions(HostedAddress mailbox);

    /** Ends the sessions of all mailboxes of a domain, and says how many there were. */
    StoreAnswer<Integer> endSessions(DomainName domain);

    /** How much each of these mailboxes holds. */
    Map<HostedAddress, StoreAnswer<StoredMail>> amounts(Collection<HostedAddress> mailboxes);

    /** How much a mailbox holds, folder by folder, in the order of their names. */
    StoreAnswer<List<Folder>> folders(HostedAddress mailbox);

    /**
     * Removes the mail of a mailbox for good, with everything that lies beside it: scripts, search index, what it remembers.
     * Nobody may be signed in to it, and no mail may be taken for it.
     *
     * @return {@link StoreAnswer.NoSuchMailbox} when there was nothing
     */
    StoreAnswer<Erased> erase(HostedAddress mailbox);

    /** Nothing of it is left. */
    record Erased() {}
}
