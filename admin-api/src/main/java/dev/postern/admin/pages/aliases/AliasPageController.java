package dev.postern.admin.pages.aliases;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.aliases.Alias;
import dev.postern.admin.aliases.AliasAddress;
import dev.postern.admin.aliases.Aliases;
import dev.postern.admin.aliases.ChangeAlias;
import dev.postern.admin.pages.Conflict;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.pages.Submission;
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

/** The page of one alias or catch-all. */
@AllowedFor(Audience.ADMINISTRATORS)
@Controller
@RequestMapping("/aliases/{alias}")
class AliasPageController {

    private static final String PAGE = "aliases/one";
    private static final String FORM = "form";

    private final Aliases aliases;
    private final ChangeAlias changeAlias;
    private final Access access;
    private final Sentences sentences;

    AliasPageController(Aliases aliases, ChangeAlias changeAlias, Access access, Sentences sentences) {
        this.aliases = aliases;
        this.changeAlias = changeAlias;
        this.access = access;
        this.sentences = sentences;
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping
    String show(@PathVariable String alias, Model model) {
        var present = find(alias);
        model.addAttribute("alias", present);
        model.addAttribute(FORM, AliasForm.of(present));
        return PAGE;
    }

    @PostMapping
    String change(
            @PathVariable String alias,
            @ModelAttribute(FORM) AliasForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var present = find(alias);
        var submission = new Submission(errors, sentences);
        var change = form.readChange(submission);
        var changed = submission.submit(
                () -> changeAlias.apply(present.address(), change, Optional.ofNullable(form.version())));
        if (changed.isEmpty()) {
            Conflict.show(model, submission, FORM, form, Alias.class, AliasForm::of);
            model.addAttribute("alias", find(alias));
            submission.mark(response);
            return PAGE;
        }
        Notice.on(next, "aliases.changed", present.address());
        return "redirect:/aliases?domain=" + present.address().domain().ascii();
    }

    private Alias find(String text) {
        var address = NoSuchPage.parse(text, AliasAddress::parse);
        access.toSee(address.domain());
        return NoSuchPage.unless(aliases.find(address));
    }
}
