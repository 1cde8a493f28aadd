package dev.postern.admin.pages.domains;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.domains.Domain;
import dev.postern.admin.domains.DomainContents;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.pages.ListPlace;
import dev.postern.admin.surroundings.WatchSurroundings;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

@AllowedFor(Audience.OPERATORS)
@Controller
class DomainListController {

    private final Domains domains;
    private final DomainContents contents;
    private final WatchSurroundings watch;
    private final Access access;

    DomainListController(Domains domains, DomainContents contents, WatchSurroundings watch, Access access) {
        this.domains = domains;
        this.contents = contents;
        this.watch = watch;
        this.access = access;
    }

    @GetMapping("/domains")
    String list(@ModelAttribute("place") ListPlace place, Model model) {
        var found = domains.list(place.text(), access.scope(), place.request());
        var inside = contents.of(found.items().stream().map(Domain::name).toList());
        var seen = watch.latest();
        model.addAttribute(
                "domains",
                found.map(domain -> new DomainRow(
                        domain,
                        Objects.requireNonNull(inside.get(domain.name())),
                        domain.enabled() && seen.leavesUnsigned(domain.name()))));
        return "domains/list";
    }
}
