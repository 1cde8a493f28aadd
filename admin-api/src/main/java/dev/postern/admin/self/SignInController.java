package dev.postern.admin.self;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.self.OwnerSessions.Device;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where owners of mailboxes sign in and out. */
@AllowedFor(Audience.MAILBOX_OWNERS)
@Controller
class SignInController {

    private final SignIn signIn;
    private final OwnerSessions sessions;
    private final CookieCsrfTokenRepository csrf;

    SignInController(SignIn signIn, OwnerSessions sessions, CookieCsrfTokenRepository ownerCsrf) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.csrf = ownerCsrf;
    }

    @GetMapping(OwnPlace.LOGIN)
    String page(@RequestParam(defaultValue = "") String next, Model model) {
        if (OwnerAuthentication.current().isPresent()) {
            return "redirect:" + OwnPlace.parse(next).path();
        }
        model.addAttribute("next", OwnPlace.parse(next).path());
        return "self/login";
    }

    @PostMapping(OwnPlace.LOGIN)
    String signIn(
            @RequestParam String address,
            @RequestParam String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return leadOn(
                signIn.withPassword(address, new Password(password), deviceOf(request)),
                OwnPlace.LOGIN,
                OwnPlace.parse(next),
                request,
                response);
    }

    @GetMapping(OwnPlace.CODE)
    String codePage(@RequestParam(defaultValue = "") String next, HttpServletRequest request, Model model) {
        var place = OwnPlace.parse(next);
        if (SessionCookie.PENDING.read(request).isEmpty()) {
            return "redirect:" + place.withReason(OwnPlace.LOGIN, "late");
        }
        model.addAttribute("next", place.path());
        return "self/code";
    }

    @PostMapping(OwnPlace.CODE)
    String code(
            @RequestParam String code,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var result = SessionCookie.PENDING
                .read(request)
                .map(pending -> signIn.withCode(pending, code, deviceOf(request)))
                .orElseGet(SignIn.Result.TooLate::new);
        return leadOn(result, OwnPlace.CODE, OwnPlace.parse(next), request, response);
    }

    private String leadOn(
            SignIn.Result result,
            String page,
            OwnPlace place,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (result) {
            case SignIn.Result.SignedIn(var token) -> {
                leave(request, response);
                SessionCookie.PENDING.remove(response);
                SessionCookie.SESSION.set(token, response);
                yield "redirect:" + place.path();
            }
            case SignIn.Result.CodeNeeded(var pending) -> {
                SessionCookie.PENDING.set(pending, response);
                yield "redirect:" + place.after(OwnPlace.CODE);
            }
            case SignIn.Result.TooLate() -> "redirect:" + place.withReason(OwnPlace.LOGIN, "late");
            case SignIn.Result.Wrong() -> "redirect:" + place.withReason(page, "wrong");
            case SignIn.Result.Later(var pause) ->
                "redirect:" + place.withReason(page, "wait=" + (pause.toSeconds() + 1));
        };
    }

    @PostMapping("/self/logout")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        leave(request, response);
        SessionCookie.SESSION.remove(response);
        return "redirect:" + OwnPlace.LOGIN + "?signedout";
    }

    /** Whoever signs in begins with nothing that was there before: another session, another token of the forms. */
    private void leave(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.SESSION.read(request).map(SessionToken::digest).ifPresent(sessions::end);
        csrf.saveToken(null, request, response);
    }

    private static Device deviceOf(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        return new Device(request.getRemoteAddr(), agent == null ? "" : agent);
    }
}
