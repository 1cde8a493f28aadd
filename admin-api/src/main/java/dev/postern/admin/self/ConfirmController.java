package dev.postern.admin.self;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.passwords.Password;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks once more who it is, before something that would be worth stealing a session for. */
@AllowedFor(Audience.MAILBOX_OWNERS)
@Controller
class ConfirmController {

    private final OwnerCheck owners;
    private final OwnerFactors factors;
    private final SignIn signIn;
    private final OwnerSessions sessions;

    ConfirmController(OwnerCheck owners, OwnerFactors factors, SignIn signIn, OwnerSessions sessions) {
        this.owners = owners;
        this.factors = factors;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @GetMapping(OwnPlace.CONFIRM)
    String page(@RequestParam(defaultValue = "") String next, Owner owner, Model model) {
        var place = OwnPlace.parse(next);
        if (owner.standing() == Standing.PROVEN) {
            return "redirect:" + place.path();
        }
        model.addAttribute("next", place.path());
        model.addAttribute("byCode", factors.areSetUp(owner.mailbox()));
        return "self/confirm";
    }

    @PostMapping(OwnPlace.CONFIRM)
    String confirm(@RequestParam String shown, @RequestParam(defaultValue = "") String next, Owner owner) {
        var place = OwnPlace.parse(next);
        return switch (judge(owner, shown)) {
            case Verdict.OwnPassword(), Verdict.Code() -> {
                owner.session().ifPresent(sessions::renew);
                yield "redirect:" + place.path();
            }
            case Verdict.Wrong(), Verdict.AppPassword() -> "redirect:" + place.withReason(OwnPlace.CONFIRM, "wrong");
            case Verdict.TooMany(var pause) ->
                "redirect:" + place.withReason(OwnPlace.CONFIRM, "wait=" + (pause.toSeconds() + 1));
        };
    }

    /** The means that is hardest to come by: a stolen password is not enough where something else is set up. */
    private Verdict judge(Owner owner, String shown) {
        return factors.areSetUp(owner.mailbox())
                ? signIn.check(owner.mailbox(), shown)
                : owners.ofPerson(owner.mailbox(), new Password(shown), owner.from());
    }
}
