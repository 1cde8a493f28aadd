package dev.postern.admin.overview;

import dev.postern.admin.access.About;
import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.aliases.Aliases;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.listing.PageRequest;
import dev.postern.admin.mailboxes.Mailboxes;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@AllowedFor(Audience.OPERATORS)
@About(Area.ACCOUNTS)
@Controller
class OverviewController {

    private static final PageRequest FIRST = new PageRequest(0, PageRequest.MAX_SIZE);

    private final Domains domains;
    private final Mailboxes mailboxes;
    private final Aliases aliases;
    private final Access access;

    OverviewController(Domains domains, Mailboxes mailboxes, Aliases aliases, Access access) {
        this.domains = domains;
        this.mailboxes = mailboxes;
        this.aliases = aliases;
        this.access = access;
    }

    @GetMapping("/")
    String overview(Model model) {
        model.addAttribute("domains", domains.list(access.scope(), FIRST));
        model.addAttribute("mailboxes", mailboxes.list(Optional.empty(), access.scope(), FIRST));
        model.addAttribute("aliases", aliases.list(Optional.empty(), access.scope(), FIRST));
        return "overview";
    }
}
