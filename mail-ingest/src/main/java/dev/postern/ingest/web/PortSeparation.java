package dev.postern.ingest.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** The tunnel reaches the API's port alone, and finds nothing there but the API; which is nowhere else. */
final class PortSeparation extends OncePerRequestFilter {

    static final String API = "/v1/messages";

    private final Listeners listeners;

    PortSeparation(Listeners listeners) {
        this.listeners = listeners;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean apiPort = request.getLocalPort() != listeners.dashboardPort();
        // Here in its one spelling, there in none: the decoded path is what the API would be found by.
        if (apiPort
                ? request.getRequestURI().equals(API)
                : !request.getServletPath().equals(API)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
