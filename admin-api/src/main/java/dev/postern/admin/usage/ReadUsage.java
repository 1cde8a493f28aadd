package dev.postern.admin.usage;

import dev.postern.admin.access.Access;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.mailstore.Folder;
import dev.postern.admin.mailstore.MailStore;
import dev.postern.admin.mailstore.StoreAnswer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** How full a mailbox is, as a whole and by folder. */
@Service
public class ReadUsage {

    private final Usages usages;
    private final CountMail countMail;
    private final MailStore store;
    private final Access access;

    ReadUsage(Usages usages, CountMail countMail, MailStore store, Access access) {
        this.usages = usages;
        this.countMail = countMail;
        this.store = store;
        this.access = access;
    }

    /** As last counted; a mailbox that never was is counted now. Empty if there is no such mailbox. */
    public Optional<MailboxUsage> apply(HostedAddress mailbox) {
        access.toSee(mailbox.domain());
        var known = usages.find(mailbox);
        if (known.isPresent() && known.get().at().isEmpty()) {
            countMail.count(mailbox);
            return usages.find(mailbox);
        }
        return known;
    }

    /** As it is now. */
    public StoreAnswer<List<Folder>> folders(HostedAddress mailbox) {
        access.toSee(mailbox.domain());
        return usages.find(mailbox).isEmpty() ? new StoreAnswer.NoSuchMailbox<>() : store.folders(mailbox);
    }
}
