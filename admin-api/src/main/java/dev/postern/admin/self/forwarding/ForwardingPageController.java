package dev.postern.admin.self.forwarding;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.aliases.Targets;
import dev.postern.admin.forwarding.Forwarding;
import dev.postern.admin.forwarding.Forwardings;
import dev.postern.admin.pages.Lines;
import dev.postern.admin.self.Complaints;
import dev.postern.admin.self.Needs;
import dev.postern.admin.self.Owner;
import dev.postern.admin.self.Standing;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an owner says where his mail goes on to. */
@AllowedFor(Audience.MAILBOX_OWNERS)
@Controller
@RequestMapping("/self/forwarding")
class ForwardingPageController {

    private static final String TARGETS = "targets";

    private final Forwardings forwardings;
    private final SetOwnForwarding setForwarding;

    ForwardingPageController(Forwardings forwardings, SetOwnForwarding setForwarding) {
        this.forwardings = forwardings;
        this.setForwarding = setForwarding;
    }

    @GetMapping
    String page(Owner owner, Model model) {
        var forwarding = forwardings.of(owner.mailbox()).orElse(Forwarding.NONE);
        return show(owner, Lines.of(forwarding.targets()), forwarding.keepsCopy(), new Complaints(), model);
    }

    @Needs(Standing.PROVEN)
    @PostMapping
    String set(
            @RequestParam String targets,
            @RequestParam(defaultValue = "false") boolean keepsCopy,
            Owner owner,
            Model model,
            HttpServletResponse response) {
        var complaints = new Complaints();
        var done = complaints
                .parse(TARGETS, targets, text -> new Forwarding(Targets.parseAll(Lines.parse(text)), keepsCopy))
                .flatMap(wanted -> complaints.take(setForwarding.apply(owner.mailbox(), wanted)));
        if (done.isPresent()) {
            return "redirect:/self/forwarding?done=forwarding";
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(owner, targets, keepsCopy, complaints, model);
    }

    private String show(Owner owner, String targets, boolean keepsCopy, Complaints complaints, Model model) {
        model.addAttribute(TARGETS, targets);
        model.addAttribute("keepsCopy", keepsCopy);
        model.addAttribute("complaints", complaints);
        model.addAttribute("allowed", setForwarding.allowed(owner.mailbox()).text());
        return "self/forwarding";
    }
}
