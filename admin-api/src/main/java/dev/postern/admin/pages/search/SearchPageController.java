package dev.postern.admin.pages.search;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.listing.SearchText;
import dev.postern.admin.search.Finds;
import dev.postern.admin.search.Search;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what is found, on a page of its own, or below the field in the frame while the reader types. */
@AllowedFor(Audience.OPERATORS)
@Controller
class SearchPageController {

    private static final int ON_A_PAGE = 20;
    private static final int WHILE_TYPING = 6;

    private final Search search;
    private final Access access;

    SearchPageController(Search search, Access access) {
        this.search = search;
        this.access = access;
    }

    /** @param fragment there when htmx asks while the reader types */
    @GetMapping("/search")
    String show(
            @RequestParam(defaultValue = "") String q,
            @RequestHeader(name = "HX-Request", defaultValue = "") String fragment,
            Model model) {
        var text = new SearchText(q.substring(0, Math.min(q.length(), SearchText.MOST)));
        model.addAttribute("q", q);
        model.addAttribute("finds", find(text, fragment.isEmpty() ? ON_A_PAGE : WHILE_TYPING));
        return fragment.isEmpty() ? "search/page" : "search/found :: quick";
    }

    private List<Finds> find(SearchText text, int most) {
        return text.isEmpty()
                ? List.of()
                : search.apply(text, access.scope(), most).stream()
                        .filter(finds -> !finds.items().isEmpty())
                        .toList();
    }
}
