package dev.postern.admin.self;

import dev.postern.admin.web.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets an owner do what he has shown enough for. A person is asked to show more, a program is told. */
final class StandingInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var owner = OwnerAuthentication.current();
        if (owner.isEmpty() || !(handler instanceof HandlerMethod method)) {
            return true;
        }
        var needed = neededFor(method);
        if (owner.get().standing().suffices(needed)) {
            return true;
        }
        if (request.getRequestURI().startsWith("/api/")) {
            throw refusal(owner.get(), needed);
        }
        var back = HttpMethod.GET.matches(request.getMethod()) ? OwnPlace.of(request) : OwnPlace.ofForm(request);
        response.sendRedirect(back.after(OwnPlace.CONFIRM));
        return false;
    }

    private static Standing neededFor(HandlerMethod method) {
        return said(method).map(Needs::value).orElse(Standing.OWNER);
    }

    private static Optional<Needs> said(HandlerMethod method) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Needs.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class)));
    }

    private static ErrorResponseException refusal(Owner owner, Standing needed) {
        return new ErrorResponseException(
                HttpStatus.FORBIDDEN, ProblemKind.FORBIDDEN.saying(detail(owner, needed)), null);
    }

    private static String detail(Owner owner, Standing needed) {
        if (owner.session().isPresent()) {
            return "The session was opened too long ago for this; open another one.";
        }
        return needed == Standing.PROVEN
                ? "This needs the mailbox's own password, or a session where a second factor is set up."
                : "An app password opens the mail alone, and so does the mailbox's own where a second factor is set up:"
                        + " open a session (POST /api/v1/self/sessions).";
    }
}
