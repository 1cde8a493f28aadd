package dev.postern.admin.pages.audit;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.audit.AuditTrail;
import dev.postern.admin.listing.Page;
import dev.postern.admin.pages.Paging;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.pages.Submission;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what, the latest first. */
@AllowedFor(Audience.OPERATORS)
@Controller
class AuditListController {

    private final AuditTrail trail;
    private final Access access;
    private final Sentences sentences;

    AuditListController(AuditTrail trail, Access access, Sentences sentences) {
        this.trail = trail;
        this.access = access;
        this.sentences = sentences;
    }

    @GetMapping("/audit")
    String list(
            @ModelAttribute("form") AuditFilter form,
            BindingResult errors,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            HttpServletResponse response) {
        var submission = new Submission(errors, sentences);
        var search = form.read(submission);
        var wanted = Paging.request(page);
        if (errors.hasErrors()) {
            submission.mark(response);
            model.addAttribute("entries", Page.of(wanted, List.of(), 0));
        } else {
            model.addAttribute("entries", trail.find(search, access.scope(), wanted));
        }
        return "audit/list";
    }
}
