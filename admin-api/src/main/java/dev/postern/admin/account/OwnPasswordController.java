package dev.postern.admin.account;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.account.ChangeOperatorPassword.Outcome;
import dev.postern.admin.outcome.TooBusy;
import dev.postern.admin.passwords.Password;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@AllowedFor(Audience.OPERATORS)
@Controller
@RequestMapping("/account/password")
class OwnPasswordController {

    private final OwnAccount account;
    private final ChangeOperatorPassword change;
    private final OwnFactors factors;

    OwnPasswordController(OwnAccount account, ChangeOperatorPassword change, OwnFactors factors) {
        this.account = account;
        this.change = change;
        this.factors = factors;
    }

    @PostMapping
    String change(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String wanted,
            RedirectAttributes next) {
        try {
            switch (change.apply(account.session(), new Password(present), new Password(wanted))) {
                case Outcome.Done() -> Told.of(next).done("password-changed");
                case Outcome.Wrong() -> Told.of(next).problem("password-wrong");
                case Outcome.Delayed(var wait) -> Told.of(next).problem("wait", wait.toSeconds() + 1);
                case Outcome.TooWeak(var complaint) -> Told.of(next).problem("password-weak", complaint);
            }
        } catch (TooBusy crowd) {
            Told.of(next).problem("busy");
        }
        return Told.BACK;
    }

    @PostMapping("/remove")
    String remove(RedirectAttributes next) {
        factors.removePassword(account.session())
                .ifPresentOrElse(
                        refusal -> Told.of(next).problem("password-" + Refusals.name(refusal)),
                        () -> Told.of(next).done("password-removed"));
        return Told.BACK;
    }
}
