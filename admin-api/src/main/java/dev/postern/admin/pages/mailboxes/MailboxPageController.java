package dev.postern.admin.pages.mailboxes;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.forwarding.SetForwarding;
import dev.postern.admin.mailboxes.ChangeMailbox;
import dev.postern.admin.mailboxes.Mailbox;
import dev.postern.admin.pages.Conflict;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.pages.Submission;
import dev.postern.admin.sending.SetSendAs;
import dev.postern.admin.signout.SignOutEverywhere;
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

/** The page of one mailbox, with a form for each thing that is decided about it. */
@AllowedFor(Audience.ADMINISTRATORS)
@Controller
@RequestMapping("/mailboxes/{mailbox}")
class MailboxPageController {

    private final MailboxPage page;
    private final ChangeMailbox changeMailbox;
    private final SetForwarding setForwarding;
    private final SetSendAs setSendAs;
    private final SignOutEverywhere signOutEverywhere;
    private final Sentences sentences;

    MailboxPageController(
            MailboxPage page,
            ChangeMailbox changeMailbox,
            SetForwarding setForwarding,
            SetSendAs setSendAs,
            SignOutEverywhere signOutEverywhere,
            Sentences sentences) {
        this.page = page;
        this.changeMailbox = changeMailbox;
        this.setForwarding = setForwarding;
        this.setSendAs = setSendAs;
        this.signOutEverywhere = signOutEverywhere;
        this.sentences = sentences;
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping
    String show(@PathVariable String mailbox, Model model) {
        return page.show(NoSuchPage.parse(mailbox, HostedAddress::parse), model);
    }

    @PostMapping
    String change(
            @PathVariable String mailbox,
            @ModelAttribute("generalForm") MailboxForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var address = NoSuchPage.parse(mailbox, HostedAddress::parse);
        var submission = new Submission(errors, sentences);
        var change = form.read(submission);
        var changed = submission.submit(
                () -> changeMailbox.apply(address, Optional.empty(), change, Optional.ofNullable(form.version())));
        Conflict.show(model, submission, "generalForm", form, Mailbox.class, MailboxForm::of);
        return answer(submission, changed, address, "mailboxes.changed", model, response, next);
    }

    @PostMapping("/forwarding")
    String forward(
            @PathVariable String mailbox,
            @ModelAttribute("forwardingForm") ForwardingForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var address = NoSuchPage.parse(mailbox, HostedAddress::parse);
        var submission = new Submission(errors, sentences);
        var wanted = form.read(submission);
        var set = submission.submit(
                () -> setForwarding.apply(address, wanted.orElseThrow(), Optional.ofNullable(form.version())));
        submission.present().ifPresent(_ -> model.addAttribute("late", "forwardingForm"));
        return answer(submission, set, address, "mailboxes.forwarded", model, response, next);
    }

    @PostMapping("/send-as")
    String sendAs(
            @PathVariable String mailbox,
            @ModelAttribute("sendAsForm") SendAsForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var address = NoSuchPage.parse(mailbox, HostedAddress::parse);
        var submission = new Submission(errors, sentences);
        var wanted = form.read(submission);
        var set = submission.submit(() -> setSendAs.apply(address, wanted, Optional.ofNullable(form.version())));
        submission.present().ifPresent(_ -> model.addAttribute("late", "sendAsForm"));
        return answer(submission, set, address, "mailboxes.sendAsSet", model, response, next);
    }

    @PostMapping("/sign-out")
    String signOut(@PathVariable String mailbox, RedirectAttributes next) {
        var address = NoSuchPage.parse(mailbox, HostedAddress::parse);
        NoSuchPage.unless(Optional.of(address).filter(signOutEverywhere::apply));
        Notice.on(next, "mailboxes.signedOut", address);
        return "redirect:/mailboxes/" + address;
    }

    private String answer(
            Submission submission,
            Optional<?> done,
            HostedAddress address,
            String notice,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (done.isEmpty()) {
            submission.mark(response);
            return page.show(address, model);
        }
        Notice.on(next, notice, address);
        return "redirect:/mailboxes/" + address;
    }
}
