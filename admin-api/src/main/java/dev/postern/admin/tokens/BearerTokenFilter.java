package dev.postern.admin.tokens;

import dev.postern.admin.access.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Recognises who calls by {@code Authorization: Bearer …} (RFC 6750 §2.1). */
final class BearerTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final TokenCheck check;
    private final HandlerExceptionResolver problems;

    BearerTokenFilter(TokenCheck check, HandlerExceptionResolver problems) {
        this.check = check;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            tokenOf(request).ifPresent(token -> recognise(token, request));
        } catch (DataAccessException outage) {
            problems.resolveException(request, response, null, outage);
            return;
        }
        chain.doFilter(request, response);
    }

    private static Optional<TokenSecret> tokenOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> new TokenSecret(header.substring(SCHEME.length()).strip()));
    }

    private void recognise(TokenSecret token, HttpServletRequest request) {
        switch (check.apply(token, request.getRemoteAddr())) {
            case TokenCheck.Verdict.Good(var actor) -> authenticate(actor);
            case TokenCheck.Verdict.Useless(var reason) -> request.setAttribute(TokenRefusal.REASON, reason);
            case TokenCheck.Verdict.Unknown() -> {}
        }
    }

    private static void authenticate(Actor actor) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(actor, null, AuthorityUtils.NO_AUTHORITIES));
        SecurityContextHolder.setContext(context);
    }
}
