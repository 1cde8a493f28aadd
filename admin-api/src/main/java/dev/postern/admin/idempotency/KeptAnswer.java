package dev.postern.admin.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * An answer as it is given again.
 *
 * @param body in Base64
 */
record KeptAnswer(int status, Map<String, String> headers, String body) {

    private static final List<String> KEPT = List.of("Content-Type", "Location", "ETag", "WWW-Authenticate");
    private static final String REPLAYED = "Idempotency-Replayed";

    static KeptAnswer of(ContentCachingResponseWrapper response) {
        var headers = new TreeMap<String, String>();
        for (var name : KEPT) {
            var value = name.equals("Content-Type") ? response.getContentType() : response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new KeptAnswer(
                response.getStatus(), headers, Base64.getEncoder().encodeToString(response.getContentAsByteArray()));
    }

    /** Whether asking again would come to the same: not so for what is the fault of the moment. */
    static boolean isWorthKeeping(int status) {
        return status < 500 && status != 429;
    }

    void give(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        response.getOutputStream().write(Base64.getDecoder().decode(body));
    }
}
