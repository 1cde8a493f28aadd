package dev.postern.admin.pages.mailboxes;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.mailboxes.ChangeMailbox;
import dev.postern.admin.mailboxes.MailboxChange;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.pages.Submission;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordGenerator;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives the owner of a mailbox another password: the one typed, or one that is made and shown once. */
@AllowedFor(Audience.ADMINISTRATORS)
@Controller
class MailboxPasswordController {

    private final MailboxPage page;
    private final ChangeMailbox changeMailbox;
    private final PasswordGenerator generator;
    private final Sentences sentences;

    MailboxPasswordController(
            MailboxPage page, ChangeMailbox changeMailbox, PasswordGenerator generator, Sentences sentences) {
        this.page = page;
        this.changeMailbox = changeMailbox;
        this.generator = generator;
        this.sentences = sentences;
    }

    @PostMapping("/mailboxes/{mailbox}/password")
    String set(
            @PathVariable String mailbox,
            @ModelAttribute("passwordForm") PasswordForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var address = NoSuchPage.parse(mailbox, HostedAddress::parse);
        var submission = new Submission(errors, sentences);
        var chosen = submission.optional("password", Password::new);
        var password = chosen.orElseGet(generator::generate);
        var changed = submission.submit(
                () -> changeMailbox.apply(address, Optional.of(password), MailboxChange.NONE, Optional.empty()));
        if (changed.isEmpty()) {
            submission.mark(response);
            return page.show(address, model);
        }
        if (chosen.isEmpty()) {
            next.addFlashAttribute("password", password.text());
        }
        Notice.on(next, "mailboxes.passwordSet", address);
        return "redirect:/mailboxes/" + address;
    }
}
