package dev.postern.admin.self.apppasswords;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.apppasswords.AppPassword;
import dev.postern.admin.apppasswords.AppPasswords;
import dev.postern.admin.apppasswords.CreateAppPassword;
import dev.postern.admin.self.Complaints;
import dev.postern.admin.self.Needs;
import dev.postern.admin.self.Owner;
import dev.postern.admin.self.Standing;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where an owner makes passwords for his programs and takes them away. */
@AllowedFor(Audience.MAILBOX_OWNERS)
@Controller
@RequestMapping("/self/app-passwords")
class AppPasswordsPageController {

    private static final String NAME = "name";

    private final AppPasswords appPasswords;
    private final CreateAppPassword createAppPassword;
    private final DeleteOwnAppPassword deleteAppPassword;

    AppPasswordsPageController(
            AppPasswords appPasswords, CreateAppPassword createAppPassword, DeleteOwnAppPassword deleteAppPassword) {
        this.appPasswords = appPasswords;
        this.createAppPassword = createAppPassword;
        this.deleteAppPassword = deleteAppPassword;
    }

    @GetMapping
    String page(Owner owner, Model model) {
        return show(owner, "", new Complaints(), model);
    }

    /** Shows the password at once: it is kept nowhere that a further page could have it from. */
    @Needs(Standing.PROVEN)
    @PostMapping
    String create(@RequestParam String name, Owner owner, Model model, HttpServletResponse response) {
        var complaints = new Complaints();
        var made = complaints
                .parse(NAME, name, AppPassword::name)
                .flatMap(called -> complaints.take(createAppPassword.apply(owner.mailbox(), called)));
        if (made.isPresent()) {
            model.addAttribute("made", made.get());
            return show(owner, "", complaints, model);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(owner, name, complaints, model);
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable String id, Owner owner) {
        if (!deleteAppPassword.apply(owner, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "You have no such app password.");
        }
        return "redirect:/self/app-passwords?done=app-password";
    }

    private String show(Owner owner, String name, Complaints complaints, Model model) {
        model.addAttribute("mailbox", owner.mailbox());
        model.addAttribute(NAME, name);
        model.addAttribute("complaints", complaints);
        model.addAttribute("appPasswords", appPasswords.of(owner.mailbox()));
        return "self/app-passwords";
    }
}
