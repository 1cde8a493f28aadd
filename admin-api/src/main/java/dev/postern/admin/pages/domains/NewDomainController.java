package dev.postern.admin.pages.domains;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.domains.CreateDomain;
import dev.postern.admin.domains.DetailSeparator;
import dev.postern.admin.domains.NewDomain;
import dev.postern.admin.domains.RelayName;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.pages.Submission;
import dev.postern.admin.text.Note;
import dev.postern.common.mail.DomainName;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds a domain: first its name, then what has to be published for it. */
@AllowedFor(Audience.OWNERS)
@Controller
class NewDomainController {

    private static final String FORM = "domains/new";

    private final CreateDomain createDomain;
    private final Sentences sentences;

    NewDomainController(CreateDomain createDomain, Sentences sentences) {
        this.createDomain = createDomain;
        this.sentences = sentences;
    }

    @GetMapping("/domains/new")
    String ask(Model model) {
        model.addAttribute("form", new NewDomainForm("", ""));
        return FORM;
    }

    @PostMapping("/domains/new")
    String create(
            @ModelAttribute("form") NewDomainForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes next) {
        var submission = new Submission(errors, sentences);
        var name = submission.required("name", DomainName::parse);
        var note = submission.optional("note", Note::new).orElse(Note.NONE);
        var made = submission.submit(() -> createDomain.apply(
                new NewDomain(name.orElseThrow(), true, RelayName.MAIN, note, DetailSeparator.PLUS)));
        if (made.isEmpty()) {
            submission.mark(response);
            return FORM;
        }
        Notice.on(next, "domains.created", made.get().name().unicode());
        return "redirect:/domains/%s/records?new".formatted(made.get().name().ascii());
    }
}
