package dev.postern.admin.self;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What an owner sees first. */
@AllowedFor(Audience.MAILBOX_OWNERS)
@Controller
class HomeController {

    private final SenderAddresses senders;

    HomeController(SenderAddresses senders) {
        this.senders = senders;
    }

    @GetMapping("/self")
    String home(Owner owner, Model model) {
        model.addAttribute("mailbox", owner.mailbox());
        model.addAttribute("addresses", senders.of(owner.mailbox()).addresses());
        return "self/home";
    }
}
