package dev.postern.admin.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets through whom an endpoint's {@link AllowedFor} names. An endpoint of ours without one is closed. */
final class AudienceInterceptor implements HandlerInterceptor {

    private static final String OURS = "dev.postern.admin.";

    private final CurrentActor current;

    AudienceInterceptor(CurrentActor current) {
        this.current = current;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            let(audienceOf(method)
                    .orElseThrow(() -> new IllegalStateException(method + " does not say whom it is allowed for")));
        }
        return true;
    }

    private void let(Audience audience) {
        if (audience.asksForAnOperator()
                && !audience.includes(current.get().rights().role())) {
            throw Denied.role("Your role (%s) does not allow this; ask an owner of the platform."
                    .formatted(current.get().rights().role().text().replace('_', ' ')));
        }
    }

    static Optional<Audience> audienceOf(HandlerMethod method) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), AllowedFor.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AllowedFor.class)))
                .map(AllowedFor::value);
    }
}
