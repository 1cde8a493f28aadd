package dev.postern.ingest.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** The tunnel reaches the API's port alone, and finds nothing there but the API; which is nowhere else. So it is for the filter. */
final class PortSeparation extends OncePerRequestFilter {

    private final Listeners listeners;

    PortSeparation(Listeners listeners) {
        this.listeners = listeners;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isInPlace(request)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** An API in its one spelling; elsewhere in none: the decoded path is what it would be found by. */
    private boolean isInPlace(HttpServletRequest request) {
        var audience = listeners.audienceOf(request.getLocalPort());
        return audience == Audience.OPERATORS
                ? !isAnApi(request.getServletPath())
                : audience.has(request.getRequestURI());
    }

    private static boolean isAnApi(String path) {
        return Audience.EDGE.has(path) || Audience.FILTER.has(path);
    }
}
