package dev.postern.admin.limits;

import dev.postern.admin.web.BodyTooLarge;
import dev.postern.admin.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody send the API more than it can hold: by what a request says of its size, and by what really comes. */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final LimitSettings settings;
    private final ProblemWriter problems;

    BodyLimitFilter(LimitSettings settings, ProblemWriter problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var most = mostFor(request);
        if (request.getContentLengthLong() > most.toBytes()) {
            problems.write(new BodyTooLarge(most).problem(), request, response);
        } else {
            chain.doFilter(new BoundedRequest(request, most), response);
        }
    }

    private DataSize mostFor(HttpServletRequest request) {
        var type = String.valueOf(request.getContentType());
        return type.startsWith("text/csv") || type.startsWith("multipart/form-data")
                ? settings.largestUpload()
                : settings.largestBody();
    }
}
