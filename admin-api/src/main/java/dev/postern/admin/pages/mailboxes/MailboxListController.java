package dev.postern.admin.pages.mailboxes;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.mailboxes.MailboxKey;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.pages.ListPlace;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

@AllowedFor(Audience.OPERATORS)
@Controller
class MailboxListController {

    private final Mailboxes mailboxes;
    private final Access access;

    MailboxListController(Mailboxes mailboxes, Access access) {
        this.mailboxes = mailboxes;
        this.access = access;
    }

    /** @param place of which it shows a part */
    @GetMapping("/mailboxes")
    String list(@ModelAttribute("place") ListPlace place, Model model) {
        place.theDomain().ifPresent(access::toSee);
        var sorting = place.sorting(MailboxKey.class, MailboxKey.ADDRESS);
        model.addAttribute("domain", place.theDomain().orElse(null));
        model.addAttribute("sorting", sorting.toString());
        model.addAttribute("mailboxes", mailboxes.list(place.filter(), access.scope(), sorting, place.request()));
        return "mailboxes/list";
    }
}
