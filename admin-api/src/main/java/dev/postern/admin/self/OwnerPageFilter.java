package dev.postern.admin.self;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Recognises whose browser it is. Asked of the database each time: who was disabled is signed in no more. */
final class OwnerPageFilter extends OncePerRequestFilter {

    private final OwnerSessions sessions;
    private final HandlerExceptionResolver failures;

    OwnerPageFilter(OwnerSessions sessions, HandlerExceptionResolver failures) {
        this.sessions = sessions;
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            SessionCookie.SESSION
                    .read(request)
                    .flatMap(token -> sessions.find(token, request.getRemoteAddr()))
                    .ifPresent(OwnerAuthentication::set);
        } catch (DataAccessException outage) {
            failures.resolveException(request, response, null, outage);
            return;
        }
        chain.doFilter(request, response);
    }
}
