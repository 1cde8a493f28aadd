package dev.postern.admin.tokens;

import dev.postern.admin.web.ProblemKind;
import dev.postern.admin.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Tells a caller without a token, or with one that opens nothing, what is needed (RFC 6750 §3). */
final class TokenRefusal implements AuthenticationEntryPoint {

    static final String REASON = TokenRefusal.class.getName();

    private static final String NEEDED =
            "A valid token is needed: send 'Authorization: Bearer …' with one that an operator"
                    + " made, or with the content of the secret admin_token.";

    private final ProblemWriter problems;

    TokenRefusal(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        var reason = Optional.ofNullable((String) request.getAttribute(REASON));
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer realm=\"postern\"" + (hasToken(request) ? ", error=\"invalid_token\"" : ""));
        problems.write(ProblemKind.UNAUTHENTICATED.saying(reason.orElse(NEEDED)), request, response);
    }

    private static boolean hasToken(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }
}
