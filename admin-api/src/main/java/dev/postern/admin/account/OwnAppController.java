package dev.postern.admin.account;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.sessions.Method;
import dev.postern.admin.totp.SetUpTotp;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@AllowedFor(Audience.OPERATORS)
@Controller
@RequestMapping("/account/app")
class OwnAppController {

    private final OwnAccount account;
    private final SetUpTotp setUp;
    private final OwnFactors factors;

    OwnAppController(OwnAccount account, SetUpTotp setUp, OwnFactors factors) {
        this.account = account;
        this.setUp = setUp;
        this.factors = factors;
    }

    /** Shows a secret that nobody has been asked about yet. */
    @GetMapping
    String show(Model model) {
        model.addAttribute("offer", setUp.present(account.identity()));
        return "account/app";
    }

    @PostMapping
    String confirm(@RequestParam(defaultValue = "") String code, Model model, RedirectAttributes next) {
        var session = account.session();
        if (!setUp.confirm(session.identity(), code)) {
            model.addAttribute("wrong", true);
            return show(model);
        }
        var codes = factors.added(session, Method.PASSWORD_AND_CODE);
        if (codes.isEmpty()) {
            Told.of(next).done("app-set-up");
            return Told.BACK;
        }
        model.addAttribute("codes", codes);
        return "account/codes";
    }

    @PostMapping("/remove")
    String remove(RedirectAttributes next) {
        factors.removeApp(account.identity())
                .ifPresentOrElse(
                        refusal -> Told.of(next).problem("app-" + Refusals.name(refusal)),
                        () -> Told.of(next).done("app-removed"));
        return Told.BACK;
    }
}
