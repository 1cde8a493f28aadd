package dev.postern.admin.signin;

import dev.postern.admin.access.Acting;
import dev.postern.admin.access.Actor;
import dev.postern.admin.sessions.SessionCookie;
import dev.postern.admin.sessions.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Ends the session that a browser's cookie opens. */
public final class EndSession implements LogoutHandler {

    private final Sessions sessions;
    private final SessionCookie cookie;

    public EndSession(Sessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        cookie.read(request)
                .flatMap(sessions::find)
                .ifPresent(session -> Acting.as(
                        Actor.known(session.username(), String.valueOf(request.getRemoteAddr())),
                        () -> sessions.end(session)));
        cookie.clear(response);
    }
}
