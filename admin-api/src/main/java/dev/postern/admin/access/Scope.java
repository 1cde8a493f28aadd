package dev.postern.admin.access;

import dev.postern.common.mail.DomainName;
import java.util.List;
import java.util.Set;

/** The domains that somebody gets to see. */
public sealed interface Scope {

    boolean covers(DomainName domain);

    /** Whether nothing is kept from him, domains that are still to come included. */
    default boolean isEverything() {
        return this instanceof Everything;
    }

    /** The names for a list in SQL, which may not be empty. */
    List<String> names();

    /** All of them. */
    record Everything() implements Scope {

        @Override
        public boolean covers(DomainName domain) {
            return true;
        }

        @Override
        public List<String> names() {
            return List.of("");
        }
    }

    /** These and no others. */
    record Only(Set<DomainName> domains) implements Scope {

        public Only {
            domains = Set.copyOf(domains);
        }

        @Override
        public boolean covers(DomainName domain) {
            return domains.contains(domain);
        }

        @Override
        public List<String> names() {
            return domains.isEmpty()
                    ? List.of("")
                    : domains.stream().map(DomainName::ascii).sorted().toList();
        }
    }
}
