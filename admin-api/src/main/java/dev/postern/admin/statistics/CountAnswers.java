package dev.postern.admin.statistics;

import dev.postern.admin.access.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the time of answers, and counts those to programs; it stands behind the filters that find out who calls. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class CountAnswers extends OncePerRequestFilter {

    private final AnswerTimes times;
    private final ApiUseSoFar uses;

    CountAnswers(AnswerTimes times, ApiUseSoFar uses) {
        this.times = times;
        this.uses = uses;
    }

    /** Files that every page brings along say nothing about pages. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/postern/") || path.startsWith("/webjars/") || path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var begun = System.nanoTime();
        var token = token();
        try {
            chain.doFilter(request, response);
        } finally {
            times.add(AnswerKind.of(request.getRequestURI()), Duration.ofNanos(System.nanoTime() - begun));
            token.ifPresent(name ->
                    uses.add(name, HttpStatusCode.valueOf(response.getStatus()).is4xxClientError()));
        }
    }

    private static Optional<String> token() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Actor.class::isInstance)
                .map(Actor.class::cast)
                .filter(actor -> actor.kind() == Actor.Kind.TOKEN)
                .map(Actor::name);
    }
}
