package dev.postern.admin.pages.aliases;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.aliases.Aliases;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.pages.Paging;
import dev.postern.common.mail.DomainName;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@AllowedFor(Audience.OPERATORS)
@Controller
class AliasListController {

    private final Aliases aliases;
    private final Access access;

    AliasListController(Aliases aliases, Access access) {
        this.aliases = aliases;
        this.access = access;
    }

    /** @param domain those of this one alone */
    @GetMapping("/aliases")
    String list(
            @RequestParam(defaultValue = "") String domain, @RequestParam(defaultValue = "1") int page, Model model) {
        var wanted = Optional.of(domain)
                .filter(name -> !name.isBlank())
                .map(name -> NoSuchPage.parse(name, DomainName::parse));
        wanted.ifPresent(access::toSee);
        model.addAttribute("domain", wanted.orElse(null));
        model.addAttribute("aliases", aliases.list(wanted, access.scope(), Paging.request(page)));
        return "aliases/list";
    }
}
