package dev.postern.admin.access;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Whoever {@link Acting} names, else the caller of the present request. */
@Component
class RequestActor implements CurrentActor {

    private static final String KNOWN = RequestActor.class.getName();

    private final OperatorRights operators;

    RequestActor(OperatorRights operators) {
        this.operators = operators;
    }

    @Override
    public Actor get() {
        return Acting.ACTOR.isBound()
                ? Acting.ACTOR.get()
                : request().flatMap(this::caller).orElseThrow(Denied::nobody);
    }

    /** Asked of the database once a request, so that a right that is taken away is gone with the next one. */
    private Optional<Actor> caller(ServletRequestAttributes request) {
        var address = String.valueOf(request.getRequest().getRemoteAddr());
        return authentication().flatMap(caller -> {
            if (caller.getPrincipal() instanceof Actor actor) {
                return Optional.of(actor.from(address));
            }
            if (request.getAttribute(KNOWN, ServletRequestAttributes.SCOPE_REQUEST) instanceof Actor actor
                    && actor.name().equals(caller.getName())) {
                return Optional.of(actor);
            }
            var actor = operators
                    .of(caller.getName())
                    .map(rights -> Actor.operator(caller.getName(), rights, Optional.of(address)));
            actor.ifPresent(found -> request.setAttribute(KNOWN, found, ServletRequestAttributes.SCOPE_REQUEST));
            return actor;
        });
    }

    private static Optional<ServletRequestAttributes> request() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .filter(ServletRequestAttributes.class::isInstance)
                .map(ServletRequestAttributes.class::cast);
    }

    private static Optional<Authentication> authentication() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated);
    }
}
