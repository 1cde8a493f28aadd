package dev.postern.admin.pages.domains;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.domains.DeleteDomain;
import dev.postern.admin.domains.DomainContents;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.pages.Confirmation;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.pages.Submission;
import dev.postern.common.mail.DomainName;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deletes a domain with all that is in it, once its name was typed. */
@AllowedFor(Audience.OWNERS)
@Controller
@RequestMapping("/domains/{name}/delete")
class DeleteDomainController {

    private final Domains domains;
    private final DomainContents contents;
    private final DeleteDomain deleteDomain;
    private final Sentences sentences;

    DeleteDomainController(Domains domains, DomainContents contents, DeleteDomain deleteDomain, Sentences sentences) {
        this.domains = domains;
        this.contents = contents;
        this.deleteDomain = deleteDomain;
        this.sentences = sentences;
    }

    @GetMapping
    String ask(@PathVariable String name, Model model) {
        var domain = NoSuchPage.unless(domains.find(NoSuchPage.parse(name, DomainName::parse)));
        model.addAttribute("form", new Confirmation("", domain.version()));
        return show(domain.name(), model);
    }

    @PostMapping
    String delete(
            @PathVariable String name,
            @ModelAttribute("form") Confirmation form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var domain = NoSuchPage.parse(name, DomainName::parse);
        var submission = new Submission(errors, sentences);
        form.read(submission, domain, DomainName::parse);
        var deleted = submission.submit(() -> deleteDomain.apply(domain, Optional.ofNullable(form.version())));
        if (deleted.isEmpty()) {
            model.addAttribute("late", submission.present().isPresent());
            submission.mark(response);
            return show(domain, model);
        }
        Notice.on(next, "domains.deleted", domain.unicode());
        next.addFlashAttribute("undo", domain.ascii());
        return "redirect:/domains";
    }

    private String show(DomainName name, Model model) {
        model.addAttribute("domain", NoSuchPage.unless(domains.find(name)));
        model.addAttribute("content", contents.of(name));
        return "domains/delete";
    }
}
