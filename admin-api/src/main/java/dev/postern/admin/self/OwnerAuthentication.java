package dev.postern.admin.self;

import dev.postern.admin.access.Actor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** An {@link Owner} as Spring Security knows him. He has no authority: what is his is decided by the mailbox. */
final class OwnerAuthentication extends AbstractAuthenticationToken {

    private final transient Owner owner;

    private OwnerAuthentication(Owner owner) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.owner = owner;
        setAuthenticated(true);
    }

    /** Makes him the caller of the present request. */
    static void set(Owner owner) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new OwnerAuthentication(owner));
        SecurityContextHolder.setContext(context);
    }

    static Optional<Owner> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof OwnerAuthentication known
                ? Optional.of(known.owner)
                : Optional.empty();
    }

    @Override
    public Actor getPrincipal() {
        return owner.actor();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return owner.mailbox().toString();
    }
}
