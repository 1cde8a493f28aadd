package dev.postern.admin.pages.mailboxes;

import dev.postern.admin.access.Access;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.aliases.Aliases;
import dev.postern.admin.forwarding.Forwardings;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.sending.SendAs;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of one mailbox shows. A form that was refused stays as it was filled in. */
@Component
class MailboxPage {

    private final Mailboxes mailboxes;
    private final Aliases aliases;
    private final Forwardings forwardings;
    private final SendAs sendAs;
    private final MailboxActivity activity;
    private final Access access;

    MailboxPage(
            Mailboxes mailboxes,
            Aliases aliases,
            Forwardings forwardings,
            SendAs sendAs,
            MailboxActivity activity,
            Access access) {
        this.mailboxes = mailboxes;
        this.aliases = aliases;
        this.forwardings = forwardings;
        this.sendAs = sendAs;
        this.activity = activity;
        this.access = access;
    }

    String show(HostedAddress address, Model model) {
        access.toSee(address.domain());
        var mailbox = NoSuchPage.unless(mailboxes.find(address));
        model.addAttribute("mailbox", mailbox);
        model.addAllAttributes(activity.of(address));
        model.addAttribute("aliases", aliases.leadingTo(address, access.scope()));
        unlessRefused(model, "generalForm", () -> MailboxForm.of(mailbox));
        unlessRefused(model, "passwordForm", () -> new PasswordForm(""));
        unlessRefused(
                model,
                "forwardingForm",
                () -> ForwardingForm.of(NoSuchPage.unless(forwardings.of(address)), mailbox.version()));
        unlessRefused(model, "sendAsForm", () -> SendAsForm.of(visible(address), mailbox.version()));
        return "mailboxes/one";
    }

    /** What lies in a domain that he does not see is not shown. */
    private List<HostedAddress> visible(HostedAddress address) {
        return sendAs.of(address).stream()
                .filter(one -> access.scope().covers(one.domain()))
                .toList();
    }

    private static void unlessRefused(Model model, String form, Supplier<Object> present) {
        if (!model.containsAttribute(form)) {
            model.addAttribute(form, present.get());
        }
    }
}
