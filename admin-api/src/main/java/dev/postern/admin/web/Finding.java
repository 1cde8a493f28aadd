package dev.postern.admin.web;

import dev.postern.admin.listing.AccountFilter;
import dev.postern.admin.listing.SearchText;
import dev.postern.admin.listing.SortKey;
import dev.postern.admin.listing.Sorting;
import dev.postern.common.mail.DomainName;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters by which accounts are found and sorted. */
public record Finding(
        @Parameter(description = "Only those of this domain", example = "example.org") @Nullable
        String domain,

        @Parameter(
                description = "Only those with these words, in this order, in the address, a name, a note or a target",
                example = "alice")
        @Nullable
        String q,

        @Parameter(description = "Only those that are in use, or that are not") @Nullable
        Boolean enabled,

        @Parameter(
                description = "A field to sort by, with a '-' before it for the other way round",
                example = "-createdAt")
        @Nullable
        String sort) {

    public AccountFilter filter() {
        return new AccountFilter(
                Field.of("domain", domain).optional(DomainName::parse),
                Field.of("q", q).optional(SearchText::new),
                Field.of("enabled", enabled).optional(wanted -> wanted));
    }

    /** By a key of a list, or else as is usual there. */
    public <K extends Enum<K> & SortKey> Sorting<K> sorting(Class<K> keys, K usual) {
        return Field.of("sort", sort)
                .optional(text -> Sorting.parse(text, keys))
                .orElseGet(() -> Sorting.by(usual));
    }
}
