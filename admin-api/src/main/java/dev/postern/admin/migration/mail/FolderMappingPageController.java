package dev.postern.admin.migration.mail;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.outcome.Outcome;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The table of folders. */
@AllowedFor(Audience.OWNERS)
@Controller
@RequestMapping("/migrations/folders")
class FolderMappingPageController {

    private static final String PAGE = "migrations/folders";

    private final FolderMappings mappings;
    private final SetFolderMapping setFolderMapping;
    private final Sentences sentences;

    FolderMappingPageController(FolderMappings mappings, SetFolderMapping setFolderMapping, Sentences sentences) {
        this.mappings = mappings;
        this.setFolderMapping = setFolderMapping;
        this.sentences = sentences;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", MappingForm.of(mappings.read()));
        return PAGE;
    }

    @PostMapping
    String change(
            @ModelAttribute("form") MappingForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes next) {
        var submission = new Submission(errors, sentences);
        var wanted = form.read(submission);
        var changed = submission.submit(() -> Outcome.done(setFolderMapping.apply(wanted.orElseThrow())));
        if (changed.isEmpty()) {
            submission.mark(response);
            return PAGE;
        }
        Notice.on(next, "migrations.folders.changed");
        return "redirect:/migrations/folders";
    }
}
