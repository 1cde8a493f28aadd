package dev.postern.admin.pages.domains;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.domains.MakeDkimKeys;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.surroundings.DkimKeys;
import dev.postern.common.mail.DomainName;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What has to be published for a domain, ready to be copied. */
@AllowedFor(Audience.OPERATORS)
@Controller
@RequestMapping("/domains/{name}")
class RecordsController {

    private final Domains domains;
    private final DkimKeys keys;
    private final MakeDkimKeys makeKeys;
    private final Access access;
    private final Sentences sentences;

    RecordsController(Domains domains, DkimKeys keys, MakeDkimKeys makeKeys, Access access, Sentences sentences) {
        this.domains = domains;
        this.keys = keys;
        this.makeKeys = makeKeys;
        this.access = access;
        this.sentences = sentences;
    }

    @GetMapping("/records")
    String show(@PathVariable String name, Model model) {
        var domain = NoSuchPage.parse(name, DomainName::parse);
        access.toSee(domain);
        model.addAttribute("domain", NoSuchPage.unless(domains.find(domain)));
        model.addAttribute("dkim", keys.recordsOf(domain).orElse(null));
        return "domains/records";
    }

    @AllowedFor(Audience.ADMINISTRATORS)
    @PostMapping("/dkim")
    String makeKeys(@PathVariable String name, RedirectAttributes next) {
        var domain = NoSuchPage.parse(name, DomainName::parse);
        switch (makeKeys.apply(domain)) {
            case Outcome.Done<DomainName> _ -> Notice.on(next, "domains.keysMade", domain.unicode());
            case Outcome.Refused<DomainName>(var refusal) ->
                next.addFlashAttribute("problem", sentences.say(refusal.detail()));
        }
        return "redirect:/domains/%s/records".formatted(domain.ascii());
    }
}
