package dev.postern.admin.limits;

import dev.postern.admin.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts the callers that are turned away for want of a token, by their address. It looks at the answer: whoever has a
 * token is not held up by others who guess from behind the same address.
 */
final class RefusedCallerFilter extends OncePerRequestFilter {

    private final RateLimits limits;
    private final ProblemWriter problems;

    RefusedCallerFilter(RateLimits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        // What got through to be counted there has the header already.
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()
                && !response.isCommitted()
                && !response.containsHeader("RateLimit")) {
            count(request, response);
        }
    }

    private void count(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var standing = limits.take(Caller.at(request.getRemoteAddr()));
        if (!standing.allowed()) {
            response.resetBuffer();
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, null);
            problems.write(StandingHeaders.problem(standing), request, response);
        }
        StandingHeaders.tell(standing, response);
    }
}
