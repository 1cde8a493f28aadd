package dev.postern.admin.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * What a form carries to show that it is one of ours. It follows from the session, so that a form that was open while the
 * service was started anew still works; before somebody signs in, it belongs to the visit.
 */
public final class FormTokens implements CsrfTokenRepository {

    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String PARAMETER = "_csrf";

    private final SessionCookie cookie;
    private final CsrfTokenRepository visits = new HttpSessionCsrfTokenRepository();

    public FormTokens(SessionCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var ofSession = ofSession(request);
        return ofSession == null ? visits.generateToken(request) : ofSession;
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (ofSession(request) == null) {
            visits.saveToken(token, request, response);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        var ofSession = ofSession(request);
        return ofSession == null ? visits.loadToken(request) : ofSession;
    }

    private @Nullable CsrfToken ofSession(HttpServletRequest request) {
        return cookie.read(request)
                .map(token -> new DefaultCsrfToken(HEADER, PARAMETER, token.formToken()))
                .orElse(null);
    }
}
