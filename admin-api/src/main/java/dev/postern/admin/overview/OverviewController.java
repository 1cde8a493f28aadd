package dev.postern.admin.overview;

import dev.postern.admin.aliases.Aliases;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.listing.PageRequest;
import dev.postern.admin.mailboxes.Mailboxes;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class OverviewController {

    private static final PageRequest FIRST = new PageRequest(0, PageRequest.MAX_SIZE);

    private final Domains domains;
    private final Mailboxes mailboxes;
    private final Aliases aliases;

    OverviewController(Domains domains, Mailboxes mailboxes, Aliases aliases) {
        this.domains = domains;
        this.mailboxes = mailboxes;
        this.aliases = aliases;
    }

    @GetMapping("/")
    String overview(Model model) {
        model.addAttribute("domains", domains.list(FIRST));
        model.addAttribute("mailboxes", mailboxes.list(Optional.empty(), FIRST));
        model.addAttribute("aliases", aliases.list(Optional.empty(), FIRST));
        return "overview";
    }
}
