package dev.postern.admin.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Where an operator's browser keeps its token. It ends with the browser, or with the session here, and has nothing to do
 * with the cookie of mailbox owners: who is both is signed in twice.
 */
public final class SessionCookie {

    private static final String NAME = "__Host-postern-operator";

    public Optional<SessionToken> read(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .findFirst()
                        .flatMap(cookie -> SessionToken.parse(cookie.getValue()));
    }

    public void write(SessionToken token, HttpServletResponse response) {
        add(ResponseCookie.from(NAME, token.text()), response);
    }

    public void clear(HttpServletResponse response) {
        add(ResponseCookie.from(NAME, "").maxAge(Duration.ZERO), response);
    }

    private static void add(ResponseCookie.ResponseCookieBuilder cookie, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie.path("/")
                        .secure(true)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
