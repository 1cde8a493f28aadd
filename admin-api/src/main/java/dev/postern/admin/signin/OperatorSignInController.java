package dev.postern.admin.signin;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.identity.Identity;
import dev.postern.admin.identity.SignedIn;
import dev.postern.admin.outcome.TooBusy;
import dev.postern.admin.passkeys.CheckPasskey;
import dev.postern.admin.passkeys.PasskeySite;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.sessions.Client;
import dev.postern.admin.sessions.SessionContexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the sign-in. Where an attempt leads is a redirect, so that nobody sends a password twice by reloading. */
@AllowedFor(Audience.EVERYBODY)
@Controller
@RequestMapping("/login")
class OperatorSignInController {

    private static final String PAGE = "/login";
    private static final String SECOND_PAGE = "/login/code";

    private final OperatorSignIn signIn;
    private final SecondFactors secondFactors;
    private final CheckPasskey passkeys;
    private final PasskeySite site;
    private final Entrance entrance;
    private final SignInLog log;

    OperatorSignInController(
            OperatorSignIn signIn,
            SecondFactors secondFactors,
            CheckPasskey passkeys,
            PasskeySite site,
            Entrance entrance,
            SignInLog log) {
        this.signIn = signIn;
        this.secondFactors = secondFactors;
        this.passkeys = passkeys;
        this.site = site;
        this.entrance = entrance;
        this.log = log;
    }

    /** @param again to be shown though somebody is signed in, who is to show once more that it is he */
    @GetMapping
    String first(
            @RequestParam Optional<String> again,
            @Nullable Authentication authentication,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (again.isEmpty() && SignedIn.in(authentication).isPresent()) {
            return "redirect:" + entrance.wanted(request, response);
        }
        model.addAttribute("unavailable", request.getAttribute(SessionContexts.UNKNOWN) != null);
        offerPasskey(model, request, () -> Visit.of(request).ask(passkeys.challenge()));
        return "signin/login";
    }

    @PostMapping
    String password(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var claimed = username.strip().toLowerCase(Locale.ROOT);
        return attempt(
                "password",
                PAGE,
                () -> signIn.withPassword(claimed, new Password(password), Client.of(request)),
                request,
                response);
    }

    @GetMapping("/code")
    String second(Model model, HttpServletRequest request) {
        var pending = Visit.of(request).pending();
        if (pending.isEmpty()) {
            return "redirect:" + PAGE + "?late";
        }
        var identity = Identity.operator(pending.get().username());
        var owned = secondFactors.of(identity);
        model.addAttribute("owned", owned);
        if (owned.passkeys() > 0) {
            offerPasskey(model, request, () -> Visit.of(request).ask(passkeys.challenge(identity)));
        }
        return "signin/code";
    }

    @PostMapping("/code")
    String code(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        return attempt(
                "code",
                SECOND_PAGE,
                () -> Visit.of(request)
                        .pending()
                        .map(pending -> signIn.withCode(pending, code, Client.of(request)))
                        .orElseGet(SignInOutcome.TooLate::new),
                request,
                response);
    }

    @PostMapping("/passkey")
    String passkey(
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response) {
        return attempt(
                "passkey",
                PAGE,
                () -> Visit.of(request)
                        .takeChallenge()
                        .map(challenge -> signIn.withPasskey(challenge, credential, Client.of(request)))
                        .orElseGet(SignInOutcome.TooLate::new),
                request,
                response);
    }

    private String attempt(
            String method,
            String page,
            Supplier<SignInOutcome> attempt,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return "redirect:"
                    + switch (attempt.get()) {
                        case SignInOutcome.Done(var begun) -> entrance.enter(begun, request, response);
                        case SignInOutcome.SecondFactorNeeded(var pending) -> {
                            Visit.of(request).remember(pending);
                            yield SECOND_PAGE;
                        }
                        case SignInOutcome.Wrong() -> page + "?wrong" + (method.equals("passkey") ? "=passkey" : "");
                        case SignInOutcome.Delayed(var wait) -> page + "?wait=" + (wait.toSeconds() + 1);
                        case SignInOutcome.TooLate() -> PAGE + "?late";
                    };
        } catch (DataAccessException | CannotCreateTransactionException | TooBusy outage) {
            log.unavailable(method, outage);
            return "redirect:" + page + "?unavailable";
        }
    }

    /** Browsers make passkeys for names, and for the one they were made for alone. */
    private void offerPasskey(Model model, HttpServletRequest request, Supplier<String> challenge) {
        if (!site.hasName()) {
            return;
        }
        if (!site.isAt(request.getServerName())) {
            model.addAttribute("passkeysAt", site.address());
            return;
        }
        try {
            model.addAttribute("challenge", challenge.get());
        } catch (DataAccessException outage) {
            model.addAttribute("unavailable", true);
        }
    }
}
