package dev.postern.admin.access;

import java.lang.annotation.Annotation;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** What an endpoint's annotations say about who may call it. */
record EndpointRule(Audience audience, Area area) {

    /** Empty if it does not say whom it is for. */
    static Optional<EndpointRule> of(HandlerMethod method) {
        var area = said(method, About.class).map(About::value).orElse(Area.PLATFORM);
        return said(method, AllowedFor.class).map(allowed -> new EndpointRule(allowed.value(), area));
    }

    /**
     * Lets somebody through, or not.
     *
     * @throws Denied if not
     */
    void check(Actor actor, String httpMethod) {
        var rights = actor.rights();
        if (actor.kind() == Actor.Kind.MAILBOX) {
            throw Denied.role("This is for operators.");
        }
        if (!audience.includes(rights.role())) {
            throw Denied.role("Your role (%s) does not allow this; ask an owner of the platform."
                    .formatted(rights.role().text().replace('_', ' ')));
        }
        var needed = area.neededBy(httpMethod);
        if (!rights.grants().contains(needed)) {
            throw Denied.without(needed);
        }
    }

    private static <A extends Annotation> Optional<A> said(HandlerMethod method, Class<A> kind) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), kind))
                .or(() -> Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), kind)));
    }
}
