package dev.postern.admin.limits;

import dev.postern.admin.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts what tokens and operators ask for, and what others ask of the API; comes after it is known who they are. */
final class RateLimitFilter extends OncePerRequestFilter {

    private final RateLimits limits;
    private final ProblemWriter problems;

    RateLimitFilter(RateLimits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var standing = callerOf(request).map(limits::take);
        standing.ifPresent(known -> StandingHeaders.tell(known, response));
        var refused = standing.filter(known -> !known.allowed());
        if (refused.isPresent()) {
            problems.write(StandingHeaders.problem(refused.get()), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<Caller> callerOf(HttpServletRequest request) {
        return Caller.known(SecurityContextHolder.getContext().getAuthentication())
                .or(() -> request.getRequestURI().startsWith("/api/")
                        ? Optional.of(Caller.at(request.getRemoteAddr()))
                        : Optional.empty());
    }

    /** Style sheets and scripts belong to the page that needs them. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/postern/") || path.startsWith("/webjars/");
    }
}
