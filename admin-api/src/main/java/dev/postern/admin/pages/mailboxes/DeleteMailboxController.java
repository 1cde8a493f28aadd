package dev.postern.admin.pages.mailboxes;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.mailboxes.DeleteMailbox;
import dev.postern.admin.mailboxes.Mailboxes;
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

/** Deletes a mailbox, once its address was typed. */
@AllowedFor(Audience.ADMINISTRATORS)
@Controller
@RequestMapping("/mailboxes/{mailbox}/delete")
class DeleteMailboxController {

    private final Mailboxes mailboxes;
    private final DeleteMailbox deleteMailbox;
    private final Access access;
    private final Sentences sentences;

    DeleteMailboxController(Mailboxes mailboxes, DeleteMailbox deleteMailbox, Access access, Sentences sentences) {
        this.mailboxes = mailboxes;
        this.deleteMailbox = deleteMailbox;
        this.access = access;
        this.sentences = sentences;
    }

    @GetMapping
    String ask(@PathVariable String mailbox, Model model) {
        var address = NoSuchPage.parse(mailbox, HostedAddress::parse);
        access.toChange(address.domain());
        var present = NoSuchPage.unless(mailboxes.find(address));
        model.addAttribute("form", new Confirmation("", present.version()));
        model.addAttribute("mailbox", present);
        return "mailboxes/delete";
    }

    @PostMapping
    String delete(
            @PathVariable String mailbox,
            @ModelAttribute("form") Confirmation form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var address = NoSuchPage.parse(mailbox, HostedAddress::parse);
        access.toChange(address.domain());
        var submission = new Submission(errors, sentences);
        form.read(submission, address, HostedAddress::parse);
        var deleted = submission.submit(() -> deleteMailbox.apply(address, Optional.ofNullable(form.version())));
        if (deleted.isEmpty()) {
            model.addAttribute("late", submission.present().isPresent());
            model.addAttribute("mailbox", NoSuchPage.unless(mailboxes.find(address)));
            submission.mark(response);
            return "mailboxes/delete";
        }
        Notice.on(next, "mailboxes.deleted", address);
        next.addFlashAttribute("undo", address.toString());
        return "redirect:/mailboxes?domain=" + address.domain().ascii();
    }
}
