package dev.postern.admin.account;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.recovery.RecoveryCodes;
import dev.postern.admin.signin.SecondFactors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@AllowedFor(Audience.OPERATORS)
@Controller
@RequestMapping("/account/recovery-codes")
class OwnRecoveryCodesController {

    private final OwnAccount account;
    private final RecoveryCodes codes;
    private final SecondFactors factors;

    OwnRecoveryCodesController(OwnAccount account, RecoveryCodes codes, SecondFactors factors) {
        this.account = account;
        this.codes = codes;
        this.factors = factors;
    }

    /** Answered with the page itself: nothing but this answer has the codes. */
    @PostMapping
    String issue(Model model, RedirectAttributes next) {
        if (!factors.of(account.identity()).any()) {
            Told.of(next).problem("codes-needless");
            return Told.BACK;
        }
        model.addAttribute("codes", codes.issue(account.identity()));
        return "account/codes";
    }
}
