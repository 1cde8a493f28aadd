package dev.postern.admin.pages.mailboxes;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.mailboxes.CreateMailbox;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.pages.Submission;
import dev.postern.admin.passwords.Password;
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

/** Makes a mailbox. A password that is made here is shown once, on the page that follows. */
@AllowedFor(Audience.ADMINISTRATORS)
@Controller
@RequestMapping("/mailboxes/new")
class NewMailboxController {

    private static final String FORM = "mailboxes/new";

    private final CreateMailbox createMailbox;
    private final Sentences sentences;

    NewMailboxController(CreateMailbox createMailbox, Sentences sentences) {
        this.createMailbox = createMailbox;
        this.sentences = sentences;
    }

    /** @param domain in which it is likely to be */
    @GetMapping
    String ask(@RequestParam(defaultValue = "") String domain, Model model) {
        model.addAttribute("form", new NewMailboxForm(domain.isBlank() ? "" : "@" + domain, "", "", "", ""));
        return FORM;
    }

    @PostMapping
    String create(
            @ModelAttribute("form") NewMailboxForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes next) {
        var submission = new Submission(errors, sentences);
        var wanted = form.read(submission);
        var made = submission.submit(() -> createMailbox.apply(wanted.orElseThrow()));
        if (made.isEmpty()) {
            submission.mark(response);
            return FORM;
        }
        var address = made.get().mailbox().address();
        made.get().generated().map(Password::text).ifPresent(text -> next.addFlashAttribute("password", text));
        Notice.on(next, "mailboxes.created", address);
        return "redirect:/mailboxes/" + address;
    }
}
