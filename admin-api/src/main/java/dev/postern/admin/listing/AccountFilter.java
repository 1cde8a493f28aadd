package dev.postern.admin.listing;

import dev.postern.common.mail.DomainName;
import java.util.Optional;

/**
 * Which accounts are wanted; what is empty does not matter.
 *
 * @param domain those of this one
 * @param text found in the address, in a name or in a note; for aliases in a target too
 * @param enabled those that are in use, or those that are not
 */
public record AccountFilter(Optional<DomainName> domain, Optional<SearchText> text, Optional<Boolean> enabled) {

    public static final AccountFilter NONE = new AccountFilter(Optional.empty(), Optional.empty(), Optional.empty());

    public AccountFilter {
        text = text.filter(given -> !given.isEmpty());
    }

    public static AccountFilter of(DomainName domain) {
        return new AccountFilter(Optional.of(domain), Optional.empty(), Optional.empty());
    }
}
