package dev.postern.admin.signin;

import dev.postern.admin.sessions.SessionCookie;
import dev.postern.admin.sessions.Sessions;
import dev.postern.common.service.login.PageRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** Gives an operator's browser its session, and leads on to the page it asked for. */
@Component
class Entrance {

    private final RequestCache remembered = PageRequests.rememberedForLogin();
    private final SessionCookie cookie = new SessionCookie();

    RequestCache remembered() {
        return remembered;
    }

    SessionCookie cookie() {
        return cookie;
    }

    /** Returns the path to go to. */
    String enter(Sessions.Begun begun, HttpServletRequest request, HttpServletResponse response) {
        Visit.of(request).isOver();
        cookie.write(begun.token(), response);
        return wanted(request, response);
    }

    String wanted(HttpServletRequest request, HttpServletResponse response) {
        return Visit.of(request)
                .takeBack()
                .orElseGet(() -> PageRequests.takeRememberedPage(remembered, request, response));
    }
}
