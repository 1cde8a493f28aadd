package dev.postern.common.service.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of an operator who was disabled or deleted meanwhile. */
final class RevokedOperatorFilter extends OncePerRequestFilter {

    private final UserDetailsService accounts;
    private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

    RevokedOperatorFilter(UserDetailsService accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var username = request.getRemoteUser();
        if (username != null && isRevoked(username)) {
            logout.logout(request, response, SecurityContextHolder.getContext().getAuthentication());
        }
        chain.doFilter(request, response);
    }

    private boolean isRevoked(String username) {
        try {
            return !accounts.loadUserByUsername(username).isEnabled();
        } catch (UsernameNotFoundException _) {
            return true;
        } catch (DataAccessException _) {
            // A dashboard is needed most while the database is down, and the operator has proven who he is.
            return false;
        }
    }
}
