package dev.postern.admin.pages.aliases;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.aliases.AliasKey;
import dev.postern.admin.aliases.Aliases;
import dev.postern.admin.pages.ListPlace;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

@AllowedFor(Audience.OPERATORS)
@Controller
class AliasListController {

    private final Aliases aliases;
    private final Access access;

    AliasListController(Aliases aliases, Access access) {
        this.aliases = aliases;
        this.access = access;
    }

    /** @param place of which it shows a part */
    @GetMapping("/aliases")
    String list(@ModelAttribute("place") ListPlace place, Model model) {
        place.theDomain().ifPresent(access::toSee);
        var sorting = place.sorting(AliasKey.class, AliasKey.ADDRESS);
        model.addAttribute("domain", place.theDomain().orElse(null));
        model.addAttribute("sorting", sorting.toString());
        model.addAttribute("aliases", aliases.list(place.filter(), access.scope(), sorting, place.request()));
        return "aliases/list";
    }
}
