package dev.postern.admin.pages.tokens;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.tokens.ReadTokens;
import dev.postern.admin.tokens.RevokeToken;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one token. Its text is on it once, right after it was made. */
@AllowedFor(Audience.ADMINISTRATORS)
@Controller
@RequestMapping("/tokens/{name}")
class TokenPageController {

    private final ReadTokens tokens;
    private final RevokeToken revokeToken;
    private final InstantSource clock;

    TokenPageController(ReadTokens tokens, RevokeToken revokeToken, InstantSource clock) {
        this.tokens = tokens;
        this.revokeToken = revokeToken;
        this.clock = clock;
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping
    String show(@PathVariable String name, Model model) {
        model.addAttribute("token", NoSuchPage.unless(tokens.find(name)));
        model.addAttribute("now", clock.instant());
        return "tokens/one";
    }

    /** The page offers it for no token that stays. */
    @PostMapping("/revoke")
    String revoke(@PathVariable String name, RedirectAttributes next) {
        NoSuchPage.unless(Optional.of(revokeToken.apply(name)).filter(Outcome.Done.class::isInstance));
        Notice.on(next, "tokens.revoked", name);
        return "redirect:/tokens";
    }
}
