package dev.postern.admin.aliases;

import dev.postern.admin.access.Access;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.text.Note;
import dev.postern.common.mail.DomainName;
import dev.postern.common.mail.LocalPart;
import dev.postern.common.mail.MailAddress;
import java.security.SecureRandom;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Makes an address that nobody guesses, to be given to one who is not trusted, and thrown away when it gets spam. */
@Service
public class CreateDisposable {

    /** 32 characters, none taken for another. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    /** Of 80 random bits. */
    private static final int LENGTH = 16;

    private final StoreAlias store;
    private final Access access;
    private final SecureRandom random = new SecureRandom();

    CreateDisposable(StoreAlias store, Access access) {
        this.store = store;
        this.access = access;
    }

    /**
     * Makes one in a domain. The owner of a mailbox may make those that lead to it alone, in its own domain.
     *
     * @param note who gets it
     */
    public Outcome<Alias> apply(DomainName domain, Targets targets, Note note, Expiry expiry) {
        allow(domain, targets);
        if (note.text().isEmpty()) {
            return Outcome.refused(
                    new Refusal.Unfit("note", "Note who gets the address; nothing else will tell later."));
        }
        var address = new HostedAddress(new MailAddress(new LocalPart(localPart()), domain));
        return store.apply(new NewAlias(new AliasAddress.Single(address), targets, note, true, expiry, true));
    }

    private void allow(DomainName domain, Targets targets) {
        var mailboxes = targets.all().stream().map(Target::mailbox).collect(Collectors.toSet());
        if (mailboxes.size() == 1 && domainsOf(mailboxes).equals(Set.of(domain))) {
            access.toChangeFor(mailboxes.iterator().next());
        } else {
            access.toChange(domain);
        }
    }

    private static Set<DomainName> domainsOf(Set<MailAddress> addresses) {
        return addresses.stream().map(MailAddress::domain).collect(Collectors.toSet());
    }

    private String localPart() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }
}
