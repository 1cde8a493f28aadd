package dev.postern.admin.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
            var rule = EndpointRule.of(method)
                    .orElseThrow(() -> new IllegalStateException(method + " does not say whom it is allowed for"));
            if (rule.audience().asksForAnOperator()) {
                rule.check(current.get(), request.getMethod());
            }
        }
        return true;
    }
}
