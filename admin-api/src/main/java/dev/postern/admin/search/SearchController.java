package dev.postern.admin.search;

import dev.postern.admin.access.About;
import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.listing.SearchText;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.OPERATORS)
@About(Area.ACCOUNTS)
@RestController
@RequestMapping("/api/v1/search")
@Tag(name = "Search", description = "Domains, mailboxes and aliases at once")
class SearchController {

    private static final int USUAL = 10;
    private static final int MOST = 100;

    private final Search search;
    private final Access access;

    SearchController(Search search, Access access) {
        this.search = search;
        this.access = access;
    }

    @GetMapping
    @Operation(
            operationId = "search",
            summary = "Find domains, mailboxes and aliases",
            description = "By words in this order in a name, an address, a note or a target, whatever their case. What"
                    + " begins with them comes first.")
    Result search(
            @Parameter(description = "What is searched for", example = "alice", required = true)
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(description = "How many of each kind, at most 100") @RequestParam(defaultValue = "" + USUAL)
                    int size) {
        var text = Field.of("q", q).required(SearchController::text);
        var most = Field.of("size", size).required(SearchController::size);
        return new Result(
                search.apply(text, access.scope(), most).stream().map(Group::of).toList());
    }

    private static SearchText text(String typed) {
        var text = new SearchText(typed);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to search for; name some letters.");
        }
        return text;
    }

    private static int size(int wanted) {
        if (wanted < 1 || wanted > MOST) {
            throw new IllegalArgumentException("size must be between 1 and %d, not %d".formatted(MOST, wanted));
        }
        return wanted;
    }

    @Schema(name = "SearchResult")
    record Result(List<Group> groups) {}

    @Schema(name = "SearchGroup")
    record Group(
            @Schema(allowableValues = {"domain", "mailbox", "alias"})
            String kind,

            List<Item> items,

            @Schema(description = "Whether there are others, which the list of this kind finds")
            boolean more) {

        static Group of(Finds finds) {
            return new Group(
                    finds.kind().name().toLowerCase(Locale.ROOT),
                    finds.items().stream().map(Item::of).toList(),
                    finds.more());
        }
    }

    @Schema(name = "SearchItem")
    record Item(
            @Schema(description = "The address, or the name of the domain", example = "alice@example.org")
            String id,

            @Schema(example = "example.org") String domain,

            @Schema(description = "Its name, its note or its targets", example = "Alice Smith")
            String about,

            boolean enabled) {

        static Item of(Found found) {
            return new Item(found.name(), found.domain().ascii(), found.about(), found.enabled());
        }
    }
}
