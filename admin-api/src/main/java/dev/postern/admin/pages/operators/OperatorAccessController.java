package dev.postern.admin.pages.operators;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.operators.ResetOperator;
import dev.postern.admin.operators.SignOutOperator;
import dev.postern.admin.operators.Username;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.passwords.Password;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Helps an operator who cannot sign in any more, and ends his sessions. */
@AllowedFor(Audience.OWNERS)
@Controller
@RequestMapping("/operators/{username}")
class OperatorAccessController {

    private final OperatorPage page;
    private final ResetOperator resetOperator;
    private final SignOutOperator signOutOperator;

    OperatorAccessController(OperatorPage page, ResetOperator resetOperator, SignOutOperator signOutOperator) {
        this.page = page;
        this.resetOperator = resetOperator;
        this.signOutOperator = signOutOperator;
    }

    /** The password is shown on the page that follows. Whoever resets himself would be signed out before he sees it. */
    @PostMapping("/reset")
    String reset(@PathVariable String username, RedirectAttributes next) {
        var name = NoSuchPage.parse(username, Username::parse);
        if (page.isOwn(name)) {
            return "redirect:/account";
        }
        var reset = NoSuchPage.unless(done(resetOperator.apply(name)));
        reset.generated().map(Password::text).ifPresent(text -> next.addFlashAttribute("password", text));
        Notice.on(next, "operators.reset", name);
        return "redirect:/operators/" + name;
    }

    @PostMapping("/sign-out")
    String signOut(@PathVariable String username, RedirectAttributes next) {
        var name = NoSuchPage.parse(username, Username::parse);
        NoSuchPage.unless(done(signOutOperator.everywhere(name)));
        Notice.on(next, "operators.signedOut", name);
        return "redirect:/operators/" + name;
    }

    @PostMapping("/sessions/{id}/end")
    String end(@PathVariable String username, @PathVariable String id, RedirectAttributes next) {
        var name = NoSuchPage.parse(username, Username::parse);
        NoSuchPage.unless(done(signOutOperator.in(name, id)));
        Notice.on(next, "operators.sessionEnded", name);
        return "redirect:/operators/" + name;
    }

    /** All that can be refused here is that it is there. */
    private static <T> Optional<T> done(Outcome<T> outcome) {
        return outcome instanceof Outcome.Done<T>(var value) ? Optional.of(value) : Optional.empty();
    }
}
