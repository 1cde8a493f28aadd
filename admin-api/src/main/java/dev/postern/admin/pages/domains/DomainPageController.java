package dev.postern.admin.pages.domains;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.domains.ChangeDomain;
import dev.postern.admin.domains.Domain;
import dev.postern.admin.domains.SetAdministrators;
import dev.postern.admin.domains.SetLimits;
import dev.postern.admin.pages.Conflict;
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

/** The page of one domain, with a form for each thing that is decided about it. */
@AllowedFor(Audience.ADMINISTRATORS)
@Controller
@RequestMapping("/domains/{name}")
class DomainPageController {

    private final DomainPage page;
    private final ChangeDomain changeDomain;
    private final SetLimits setLimits;
    private final SetAdministrators setAdministrators;
    private final Sentences sentences;

    DomainPageController(
            DomainPage page,
            ChangeDomain changeDomain,
            SetLimits setLimits,
            SetAdministrators setAdministrators,
            Sentences sentences) {
        this.page = page;
        this.changeDomain = changeDomain;
        this.setLimits = setLimits;
        this.setAdministrators = setAdministrators;
        this.sentences = sentences;
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping
    String show(@PathVariable String name, Model model) {
        return page.show(NoSuchPage.parse(name, DomainName::parse), model);
    }

    @PostMapping
    String change(
            @PathVariable String name,
            @ModelAttribute("generalForm") DomainForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var domain = NoSuchPage.parse(name, DomainName::parse);
        var submission = new Submission(errors, sentences);
        var change = form.read(submission);
        var changed = submission.submit(() -> changeDomain.apply(domain, change, Optional.ofNullable(form.version())));
        Conflict.show(model, submission, "generalForm", form, Domain.class, DomainForm::of);
        return answer(submission, changed, domain, "domains.changed", model, response, next);
    }

    @AllowedFor(Audience.OWNERS)
    @PostMapping("/limits")
    String limit(
            @PathVariable String name,
            @ModelAttribute("limitsForm") LimitsForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var domain = NoSuchPage.parse(name, DomainName::parse);
        var submission = new Submission(errors, sentences);
        var limits = form.read(submission);
        var changed = submission.submit(
                () -> setLimits.apply(domain, limits.orElseThrow(), Optional.ofNullable(form.version())));
        Conflict.show(
                model,
                submission,
                "limitsForm",
                form,
                Domain.class,
                present -> LimitsForm.of(present.limits(), present.version()));
        return answer(submission, changed, domain, "domains.limited", model, response, next);
    }

    @AllowedFor(Audience.OWNERS)
    @PostMapping("/administrators")
    String administer(
            @PathVariable String name,
            @ModelAttribute("adminsForm") AdministratorsForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var domain = NoSuchPage.parse(name, DomainName::parse);
        var submission = new Submission(errors, sentences);
        var changed = submission.submit(() -> setAdministrators.apply(domain, form.chosen()));
        return answer(submission, changed, domain, "domains.administered", model, response, next);
    }

    private String answer(
            Submission submission,
            Optional<?> done,
            DomainName domain,
            String notice,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (done.isEmpty()) {
            submission.mark(response);
            return page.show(domain, model);
        }
        Notice.on(next, notice, domain.unicode());
        return "redirect:/domains/" + domain.ascii();
    }
}
