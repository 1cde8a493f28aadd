package dev.postern.admin.sessions;

import dev.postern.admin.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Tells Spring Security who is behind a request, by the session that the browser's cookie opens. */
public final class SessionContexts implements SecurityContextRepository {

    /** The attribute of a request whose session could not be looked up, since the database is away. */
    public static final String UNKNOWN = SessionContexts.class.getName() + ".unknown";

    private static final Logger log = LoggerFactory.getLogger(SessionContexts.class);

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Standings standings;

    /** For the sessions of one cookie. */
    public SessionContexts(Sessions sessions, SessionCookie cookie, Standings standings) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.standings = standings;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(() -> context(request));
    }

    private SecurityContext context(HttpServletRequest request) {
        var context = SecurityContextHolder.createEmptyContext();
        signedIn(request).ifPresent(somebody -> context.setAuthentication(somebody.toAuthentication()));
        return context;
    }

    private Optional<SignedIn> signedIn(HttpServletRequest request) {
        try {
            return cookie.read(request)
                    .flatMap(sessions::find)
                    .flatMap(session -> standings
                            .of(session)
                            .map(standing -> new SignedIn(session.username(), session.id(), standing)));
        } catch (DataAccessException outage) {
            log.warn("Nobody is known as signed in: the sessions cannot be read: {}", outage.toString());
            request.setAttribute(UNKNOWN, true);
            return Optional.empty();
        }
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        return context(exchange.getRequest());
    }

    /** Sessions begin and end where somebody signs in and out, not wherever a context is saved. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return cookie.read(request).isPresent();
    }

    /** Asks the database at most once a request, and only if somebody wants to know. */
    private static final class Deferred implements DeferredSecurityContext {

        private final Supplier<SecurityContext> source;
        private @Nullable SecurityContext context;

        Deferred(Supplier<SecurityContext> source) {
            this.source = source;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                context = source.get();
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
