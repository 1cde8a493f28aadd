package dev.postern.admin.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * An operator with a session.
 *
 * @param session the name of the session
 * @param standing what he gets to see
 */
public record SignedIn(String username, String session, Standing standing) {

    /** What a session is good for. */
    public enum Standing {
        /** All that he may. */
        OPERATOR,
        /** His own account alone, until he has set up the second factor that is asked of him. */
        OPERATOR_WITHOUT_SECOND_FACTOR;

        private String authority() {
            return "ROLE_" + name();
        }
    }

    /** As Spring Security knows him. It is made of plain parts, since the authorization server keeps it as JSON. */
    public Authentication toAuthentication() {
        var authentication = UsernamePasswordAuthenticationToken.authenticated(
                username, null, AuthorityUtils.createAuthorityList(standing.authority()));
        authentication.setDetails(session);
        return authentication;
    }

    /** Empty for whoever has no such session. */
    public static Optional<SignedIn> in(@Nullable Authentication authentication) {
        if (authentication == null
                || !(authentication.getPrincipal() instanceof String name)
                || !(authentication.getDetails() instanceof String session)) {
            return Optional.empty();
        }
        for (var standing : Standing.values()) {
            if (authentication.getAuthorities().stream()
                    .anyMatch(authority -> standing.authority().equals(authority.getAuthority()))) {
                return Optional.of(new SignedIn(name, session, standing));
            }
        }
        return Optional.empty();
    }
}
