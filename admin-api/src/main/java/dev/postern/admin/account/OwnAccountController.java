package dev.postern.admin.account;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.passkeys.PasskeySite;
import dev.postern.admin.passkeys.Passkeys;
import dev.postern.admin.passwords.PasswordRule;
import dev.postern.admin.sessions.Sessions;
import dev.postern.admin.signin.RequireSecondFactor;
import dev.postern.admin.signin.SecondFactors;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How an operator signs in, and where he is signed in. */
@AllowedFor(Audience.OPERATORS)
@Controller
@RequestMapping(OwnAccountController.PAGE)
class OwnAccountController {

    static final String PAGE = "/account";

    private final OwnAccount account;
    private final OwnFactors ownFactors;
    private final SecondFactors factors;
    private final RequireSecondFactor policy;
    private final Passkeys passkeys;
    private final PasskeySite site;
    private final Sessions sessions;

    OwnAccountController(
            OwnAccount account,
            OwnFactors ownFactors,
            SecondFactors factors,
            RequireSecondFactor policy,
            Passkeys passkeys,
            PasskeySite site,
            Sessions sessions) {
        this.account = account;
        this.ownFactors = ownFactors;
        this.factors = factors;
        this.policy = policy;
        this.passkeys = passkeys;
        this.site = site;
        this.sessions = sessions;
    }

    @GetMapping
    String show(@RequestParam Optional<String> required, Model model) {
        var session = account.session();
        var owned = factors.of(session.identity());
        model.addAttribute("utc", ZoneOffset.UTC);
        model.addAttribute("name", session.identity().name());
        model.addAttribute("present", session.id());
        model.addAttribute("sessions", sessions.of(session.username()));
        model.addAttribute("owned", owned);
        model.addAttribute("hasPassword", ownFactors.hasPassword(session.identity()));
        model.addAttribute("passkeys", passkeys.of(session.identity()));
        model.addAttribute("site", site);
        model.addAttribute("secondFactorRequired", policy.isRequired());
        model.addAttribute("missing", required.isPresent() && !owned.any());
        model.addAttribute("shortestPassword", PasswordRule.MIN_LENGTH);
        return "account/account";
    }

    @PostMapping("/sessions/{id}/end")
    String end(@PathVariable String id, RedirectAttributes next) {
        Told.of(next).done(sessions.revoke(account.session().username(), id) ? "session-ended" : "session-gone");
        return Told.BACK;
    }

    @PostMapping("/sessions/end-others")
    String endOthers(RedirectAttributes next) {
        var session = account.session();
        sessions.revokeOthers(session.username(), Optional.of(session.id()));
        Told.of(next).done("sessions-ended");
        return Told.BACK;
    }
}
