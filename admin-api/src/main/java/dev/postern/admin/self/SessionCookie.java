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

    static final SessionCookie SESSION = new SessionCookie("__Host-postern-self");

    /** Of who owes the second factor. */
    static final SessionCookie PENDING = new SessionCookie("__Host-postern-self-pending");

    private final String name;

    private SessionCookie(String name) {
        this.name = name;
    }

    Optional<SessionToken> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name))
                .map(cookie -> String.valueOf(cookie.getValue()))
                .filter(SessionToken::canBe)
                .map(SessionToken::new);
    }

    /** Until the browser is closed, or the session ends. */
    void set(SessionToken token, HttpServletResponse response) {
        response.addCookie(cookie(token.text()));
    }

    void remove(HttpServletResponse response) {
        var cookie = cookie("");
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }

    private Cookie cookie(String value) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        // A link from a message leads to a page of the owner, but a form of another site to nothing.
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
