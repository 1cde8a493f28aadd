package dev.postern.admin.pages;

import dev.postern.admin.listing.AccountFilter;
import dev.postern.admin.listing.PageRequest;
import dev.postern.admin.listing.SearchText;
import dev.postern.admin.listing.SortKey;
import dev.postern.admin.listing.Sorting;
import dev.postern.common.mail.DomainName;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where in a long list of accounts its reader is, as the page's address says. What makes no sense there is left out: whoever
 * typed it sees in the form what is left.
 *
 * @param q what is searched for
 * @param enabled {@code true} or {@code false}; anything else is both
 * @param sort a key, with a '-' before it for the other way round
 */
public record ListPlace(
        @Nullable String domain,
        @Nullable String q,
        @Nullable String enabled,
        @Nullable String sort,
        @Nullable Integer page) {

    public AccountFilter filter() {
        return new AccountFilter(theDomain(), text(), use());
    }

    public Optional<DomainName> theDomain() {
        return said(domain).map(name -> NoSuchPage.parse(name, DomainName::parse));
    }

    /** As far as it is searched for. */
    public Optional<SearchText> text() {
        return said(q).map(typed -> typed.substring(0, Math.min(typed.length(), SearchText.MOST)))
                .map(SearchText::new);
    }

    public PageRequest request() {
        return Paging.request(page == null ? 1 : page);
    }

    /** By a key of the list, or else as is usual there. */
    public <K extends Enum<K> & SortKey> Sorting<K> sorting(Class<K> keys, K usual) {
        try {
            return said(sort).map(wanted -> Sorting.parse(wanted, keys)).orElseGet(() -> Sorting.by(usual));
        } catch (IllegalArgumentException unknown) {
            return Sorting.by(usual);
        }
    }

    /** Whether the list shows only some of what there is in it. */
    public boolean isFiltered() {
        return text().isPresent() || use().isPresent();
    }

    /** The first page of the same list. */
    public String first(String path) {
        return sortedBy(path, said(sort).orElse(""));
    }

    /** The first page of the same list in another order. */
    public String sortedBy(String path, String wanted) {
        var link = UriComponentsBuilder.fromPath(path);
        theDomain().ifPresent(name -> link.queryParam("domain", name.ascii()));
        text().ifPresent(words -> link.queryParam("q", "{q}"));
        use().ifPresent(only -> link.queryParam("enabled", only));
        said(wanted).ifPresent(_ -> link.queryParam("sort", "{sort}"));
        return link.encode()
                .buildAndExpand(Map.of("q", text().map(SearchText::text).orElse(""), "sort", wanted))
                .toUriString();
    }

    private Optional<Boolean> use() {
        return said(enabled)
                .filter(only -> only.equals("true") || only.equals("false"))
                .map(Boolean::valueOf);
    }

    private static Optional<String> said(@Nullable String text) {
        return Optional.ofNullable(text).filter(given -> !given.isBlank());
    }
}
