package dev.postern.admin.self;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordRule;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an owner changes his password. */
@AllowedFor(Audience.MAILBOX_OWNERS)
@Needs(Standing.PROVEN)
@Controller
@RequestMapping("/self/password")
class PasswordPageController {

    private static final String VIEW = "self/password";

    private final ChangeOwnPassword changeOwnPassword;

    PasswordPageController(ChangeOwnPassword changeOwnPassword) {
        this.changeOwnPassword = changeOwnPassword;
    }

    @GetMapping
    String page(Owner owner, Model model) {
        model.addAttribute("mailbox", owner.mailbox());
        model.addAttribute("least", PasswordRule.MIN_LENGTH);
        return VIEW;
    }

    @PostMapping
    String change(
            @RequestParam String wanted,
            @RequestParam String again,
            Owner owner,
            Model model,
            HttpServletResponse response) {
        if (!wanted.equals(again)) {
            model.addAttribute("different", true);
        } else if (changeOwnPassword.apply(owner, new Password(wanted)) instanceof Outcome.Refused<?>(var refusal)) {
            model.addAttribute("complaint", refusal.detail());
        } else {
            return "redirect:/self?done=password";
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(owner, model);
    }
}
