package dev.postern.admin.limits;

import dev.postern.admin.limits.RateLimits.Standing;
import dev.postern.admin.web.ProblemKind;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;

/** Tells a caller how he stands (draft-ietf-httpapi-ratelimit-headers). */
final class StandingHeaders {

    private StandingHeaders() {}

    static void tell(Standing standing, HttpServletResponse response) {
        var policy = standing.kind().text();
        response.setHeader(
                "RateLimit-Policy",
                "\"%s\";q=%d;w=%d".formatted(policy, standing.quota(), RateLimits.WINDOW.toSeconds()));
        response.setHeader(
                "RateLimit", "\"%s\";r=%d;t=%d".formatted(policy, standing.remaining(), seconds(standing.reset())));
        if (!standing.allowed()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(standing.pause())));
        }
    }

    static ProblemDetail problem(Standing standing) {
        return ProblemKind.TOO_MANY.saying("%d requests a minute are possible here by one %s; wait %d s."
                .formatted(standing.quota(), standing.kind().text(), seconds(standing.pause())));
    }

    /** Rounded up: who comes back then is not too early. */
    private static long seconds(Duration duration) {
        return Math.max(1, duration.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
