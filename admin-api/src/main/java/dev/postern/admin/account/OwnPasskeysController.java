package dev.postern.admin.account;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.passkeys.AddPasskey;
import dev.postern.admin.passkeys.Passkey;
import dev.postern.admin.passkeys.PasskeyChallenge;
import dev.postern.admin.passkeys.Passkeys;
import dev.postern.admin.sessions.Method;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@AllowedFor(Audience.OPERATORS)
@Controller
@RequestMapping("/account/passkeys")
class OwnPasskeysController {

    private static final String CHALLENGE = OwnPasskeysController.class.getName() + ".challenge";

    private final OwnAccount account;
    private final AddPasskey addPasskey;
    private final Passkeys passkeys;
    private final OwnFactors factors;

    OwnPasskeysController(OwnAccount account, AddPasskey addPasskey, Passkeys passkeys, OwnFactors factors) {
        this.account = account;
        this.addPasskey = addPasskey;
        this.passkeys = passkeys;
        this.factors = factors;
    }

    /** The challenge stays with the visit, and is good for one answer. */
    @GetMapping("/new")
    String show(Model model, HttpSession visit) {
        var challenge = addPasskey.challenge(account.identity());
        visit.setAttribute(CHALLENGE, challenge);
        model.addAttribute("challenge", challenge.json());
        return "account/passkey";
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String label,
            Model model,
            HttpSession visit,
            RedirectAttributes next) {
        var session = account.session();
        var challenge = (PasskeyChallenge.ToAdd) visit.getAttribute(CHALLENGE);
        visit.removeAttribute(CHALLENGE);
        var name = Passkey.label(label);
        if (challenge == null
                || name.isEmpty()
                || !challenge.identity().equals(session.identity())
                || addPasskey.apply(challenge, credential, name.get()).isEmpty()) {
            Told.of(next).problem(name.isEmpty() ? "passkey-label" : "passkey-refused");
            return Told.BACK;
        }
        var codes = factors.added(session, Method.PASSKEY);
        if (codes.isEmpty()) {
            Told.of(next).done("passkey-added");
            return Told.BACK;
        }
        model.addAttribute("codes", codes);
        return "account/codes";
    }

    @PostMapping("/{id}/rename")
    String rename(@PathVariable String id, @RequestParam(defaultValue = "") String label, RedirectAttributes next) {
        var name = Passkey.label(label);
        if (name.isEmpty()) {
            Told.of(next).problem("passkey-label");
        } else if (passkeys.rename(account.identity(), id, name.get())) {
            Told.of(next).done("passkey-renamed");
        } else {
            Told.of(next).problem("passkey-missing");
        }
        return Told.BACK;
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable String id, RedirectAttributes next) {
        factors.removePasskey(account.identity(), id)
                .ifPresentOrElse(
                        refusal -> Told.of(next).problem("passkey-" + Refusals.name(refusal)),
                        () -> Told.of(next).done("passkey-removed"));
        return Told.BACK;
    }
}
