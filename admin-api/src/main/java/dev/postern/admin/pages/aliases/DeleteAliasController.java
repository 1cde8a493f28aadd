package dev.postern.admin.pages.aliases;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.aliases.AliasAddress;
import dev.postern.admin.aliases.Aliases;
import dev.postern.admin.aliases.DeleteAlias;
import dev.postern.admin.pages.Confirmation;
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

/** Deletes an alias, once its address was typed. */
@AllowedFor(Audience.ADMINISTRATORS)
@Controller
@RequestMapping("/aliases/{alias}/delete")
class DeleteAliasController {

    private static final String PAGE = "aliases/delete";

    private final Aliases aliases;
    private final DeleteAlias deleteAlias;
    private final Access access;
    private final Sentences sentences;

    DeleteAliasController(Aliases aliases, DeleteAlias deleteAlias, Access access, Sentences sentences) {
        this.aliases = aliases;
        this.deleteAlias = deleteAlias;
        this.access = access;
        this.sentences = sentences;
    }

    @GetMapping
    String ask(@PathVariable String alias, Model model) {
        var address = NoSuchPage.parse(alias, AliasAddress::parse);
        access.toChange(address.domain());
        var present = NoSuchPage.unless(aliases.find(address));
        model.addAttribute("form", new Confirmation("", present.version()));
        model.addAttribute("alias", present);
        return PAGE;
    }

    @PostMapping
    String delete(
            @PathVariable String alias,
            @ModelAttribute("form") Confirmation form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var address = NoSuchPage.parse(alias, AliasAddress::parse);
        access.toChange(address.domain());
        var submission = new Submission(errors, sentences);
        form.read(submission, address, AliasAddress::parse);
        var deleted = submission.submit(() -> deleteAlias.apply(address, Optional.ofNullable(form.version())));
        if (deleted.isEmpty()) {
            model.addAttribute("late", submission.present().isPresent());
            model.addAttribute("alias", NoSuchPage.unless(aliases.find(address)));
            submission.mark(response);
            return PAGE;
        }
        Notice.on(next, "aliases.deleted", address);
        next.addFlashAttribute("undo", address.toString());
        return "redirect:/aliases?domain=" + address.domain().ascii();
    }
}
