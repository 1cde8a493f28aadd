package dev.postern.admin.self;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.web.util.WebUtils;

/**
 * The cookie of a session in a browser. It has nothing to do with the operators': who is both is signed in twice, and each
 * ends by itself.
 */
final class SessionCookie {

    private static final String NAME = "__Host-postern-self";

    private SessionCookie() {}

    static Optional<SessionToken> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(cookie -> String.valueOf(cookie.getValue()))
                .filter(SessionToken::canBe)
                .map(SessionToken::new);
    }

    /** Until the browser is closed, or the session ends. */
    static void set(SessionToken token, HttpServletResponse response) {
        response.addCookie(cookie(token.text()));
    }

    static void remove(HttpServletResponse response) {
        var cookie = cookie("");
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }

    private static Cookie cookie(String value) {
        var cookie = new Cookie(NAME, value);
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        // A link from a message leads to a page of the owner, but a form of another site to nothing.
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
