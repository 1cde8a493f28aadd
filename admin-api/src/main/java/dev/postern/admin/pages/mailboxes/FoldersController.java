package dev.postern.admin.pages.mailboxes;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.mailstore.Folder;
import dev.postern.admin.mailstore.MailStore;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.common.mail.MessageSize;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** How much a mailbox holds, folder by folder. Dovecot has to count, so it is a page of its own, or fetched afterwards. */
@AllowedFor(Audience.OPERATORS)
@Controller
class FoldersController {

    private final Mailboxes mailboxes;
    private final MailStore store;
    private final Access access;

    FoldersController(Mailboxes mailboxes, MailStore store, Access access) {
        this.mailboxes = mailboxes;
        this.store = store;
        this.access = access;
    }

    /** @param fragment there when htmx asks for the table alone */
    @GetMapping("/mailboxes/{mailbox}/folders")
    String show(
            @PathVariable String mailbox,
            @RequestHeader(name = "HX-Request", defaultValue = "") String fragment,
            Model model) {
        var address = NoSuchPage.parse(mailbox, HostedAddress::parse);
        access.toSee(address.domain());
        model.addAttribute("mailbox", NoSuchPage.unless(mailboxes.find(address)));
        model.addAttribute(
                "folders",
                store.folders(address).told().map(FoldersController::rows).orElse(null));
        return fragment.isEmpty() ? "mailboxes/folders" : "mailboxes/folders :: table";
    }

    private static List<Row> rows(List<Folder> folders) {
        return folders.stream()
                .map(folder -> new Row(
                        folder.name(),
                        folder.messages(),
                        new MessageSize(folder.size().toBytes()).humanReadable()))
                .toList();
    }

    record Row(String name, long messages, String size) {}
}
