package dev.postern.admin.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.admin.access.Actor;
import dev.postern.admin.access.Rights;
import dev.postern.admin.access.Role;
import dev.postern.common.mail.Sha256;
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

    private final ApiTokens tokens;
    private final HandlerExceptionResolver problems;

    BearerTokenFilter(ApiTokens tokens, HandlerExceptionResolver problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            tokenOf(request).flatMap(this::nameOf).ifPresent(BearerTokenFilter::authenticate);
        } catch (DataAccessException outage) {
            problems.resolveException(request, response, null, outage);
            return;
        }
        chain.doFilter(request, response);
    }

    private static Optional<String> tokenOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    private Optional<String> nameOf(String token) {
        return tokens.nameOf(Sha256.of(token.getBytes(UTF_8)));
    }

    private static void authenticate(String name) {
        var actor = new Actor(Actor.Kind.TOKEN, name, Optional.empty(), Rights.of(Role.OWNER), Optional.empty());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(actor, null, AuthorityUtils.NO_AUTHORITIES));
        SecurityContextHolder.setContext(context);
    }
}
