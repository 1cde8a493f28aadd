package dev.postern.admin.bin;

import dev.postern.admin.access.Access;
import dev.postern.admin.aliases.AliasAddress;
import dev.postern.admin.outcome.Refusal;
import dev.postern.common.mail.DomainName;

/** What an entry of the bin is known by: the name of a domain, or an address. */
public sealed interface BinName {

    String text();

    DomainName domain();

    /** Asks whether whoever acts may take it out of the bin. */
    void allow(Access access);

    default Refusal missing() {
        return new Refusal.Missing("%s is not in the bin.".formatted(text()));
    }

    /** A domain with all that was in it. */
    record OfDomain(DomainName domain) implements BinName {

        @Override
        public String text() {
            return domain.ascii();
        }

        @Override
        public void allow(Access access) {
            access.toRunThePlatform();
        }
    }

    /** A mailbox, an alias, or a catch-all. */
    record OfAddress(AliasAddress address) implements BinName {

        @Override
        public String text() {
            return address.toString();
        }

        @Override
        public DomainName domain() {
            return address.domain();
        }

        @Override
        public void allow(Access access) {
            access.toChange(address.domain());
        }
    }

    /**
     * Parses either.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static BinName parse(String text) {
        return text.contains("@")
                ? new OfAddress(AliasAddress.parse(text))
                : new OfDomain(DomainName.parse(text.strip()));
    }
}
