package dev.postern.admin.pages.aliases;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.aliases.CreateAlias;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.pages.Submission;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes an alias or a catch-all. */
@AllowedFor(Audience.ADMINISTRATORS)
@Controller
@RequestMapping("/aliases/new")
class NewAliasController {

    private static final String FORM = "aliases/new";

    private final CreateAlias createAlias;
    private final Sentences sentences;

    NewAliasController(CreateAlias createAlias, Sentences sentences) {
        this.createAlias = createAlias;
        this.sentences = sentences;
    }

    /** @param domain in which it is likely to be */
    @GetMapping
    String ask(@RequestParam(defaultValue = "") String domain, Model model) {
        model.addAttribute("form", AliasForm.empty(domain.isBlank() ? "" : "@" + domain));
        return FORM;
    }

    @PostMapping
    String create(
            @ModelAttribute("form") AliasForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes next) {
        var submission = new Submission(errors, sentences);
        var wanted = form.readNew(submission);
        var made = submission.submit(() -> createAlias.apply(wanted.orElseThrow()));
        if (made.isEmpty()) {
            submission.mark(response);
            return FORM;
        }
        Notice.on(next, "aliases.created", made.get().address());
        return "redirect:/aliases?domain=" + made.get().address().domain().ascii();
    }
}
