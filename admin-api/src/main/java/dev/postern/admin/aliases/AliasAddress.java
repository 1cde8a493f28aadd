package dev.postern.admin.aliases;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.common.mail.DomainName;

/** What an alias stands for: one address, or all addresses of a domain that nothing else holds. */
public sealed interface AliasAddress {

    DomainName domain();

    default boolean isCatchAll() {
        return this instanceof CatchAll;
    }

    record Single(HostedAddress address) implements AliasAddress {

        @Override
        public DomainName domain() {
            return address.domain();
        }

        @Override
        public String toString() {
            return address.toString();
        }
    }

    record CatchAll(DomainName domain) implements AliasAddress {

        @Override
        public String toString() {
            return "@" + domain;
        }
    }

    /**
     * Parses either kind.
     *
     * @param text {@code info@example.org}, or {@code @example.org} for a catch-all
     * @throws IllegalArgumentException saying what is wrong and what to do
     */
    static AliasAddress parse(String text) {
        var trimmed = text.strip();
        return trimmed.startsWith("@")
                ? new CatchAll(DomainName.parse(trimmed.substring(1)))
                : new Single(HostedAddress.parse(trimmed));
    }
}
