package dev.postern.admin.pages.domains;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.aliases.SetCatchAll;
import dev.postern.admin.aliases.Targets;
import dev.postern.admin.pages.Lines;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.pages.Submission;
import dev.postern.common.mail.DomainName;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says where mail goes that no mailbox and no alias of a domain takes. */
@AllowedFor(Audience.ADMINISTRATORS)
@Controller
class CatchAllPageController {

    private final DomainPage page;
    private final SetCatchAll setCatchAll;
    private final Sentences sentences;

    CatchAllPageController(DomainPage page, SetCatchAll setCatchAll, Sentences sentences) {
        this.page = page;
        this.setCatchAll = setCatchAll;
        this.sentences = sentences;
    }

    @PostMapping("/domains/{name}/catch-all")
    String set(
            @PathVariable String name,
            @ModelAttribute("catchAllForm") CatchAllForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var domain = NoSuchPage.parse(name, DomainName::parse);
        var submission = new Submission(errors, sentences);
        var targets = submission
                .optional("targets", text -> Targets.parse(Lines.parse(text)).all())
                .orElse(List.of());
        if (submission.submit(() -> setCatchAll.apply(domain, targets)).isEmpty()) {
            submission.mark(response);
            return page.show(domain, model);
        }
        Notice.on(next, "domains.catchAllSet", domain.unicode());
        return "redirect:/domains/" + domain.ascii();
    }
}
