package dev.postern.admin.self.activity;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.self.Owner;
import dev.postern.admin.signins.SignIns;
import dev.postern.admin.usage.UsageBar;
import dev.postern.admin.usage.Usages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where an owner sees how full his mailbox is, and whether anybody but him came to it. */
@AllowedFor(Audience.MAILBOX_OWNERS)
@Controller
class ActivityPageController {

    private final Usages usages;
    private final SignIns signIns;

    ActivityPageController(Usages usages, SignIns signIns) {
        this.usages = usages;
        this.signIns = signIns;
    }

    @GetMapping("/self/activity")
    String page(Owner owner, Model model) {
        // An owner who is signed in has a mailbox.
        model.addAttribute("usage", UsageBar.of(usages.find(owner.mailbox()).orElseThrow()));
        model.addAttribute("lastSignIns", signIns.last(owner.mailbox()));
        model.addAttribute("recentSignIns", signIns.recent(owner.mailbox()));
        return "self/activity";
    }
}
