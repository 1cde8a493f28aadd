package dev.postern.admin.idempotency;

import dev.postern.common.mail.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** A request with a key, read to its end. */
record KeyedRequest(RequestId id, Sha256 fingerprint, AnswerSeal seal, RereadableRequest request) {

    static KeyedRequest read(IdempotencyKey key, String caller, HttpServletRequest request) throws IOException {
        var reread = new RereadableRequest(request);
        var seal = new AnswerSeal(credentials(request), key);
        var fingerprint = seal.fingerprint(
                request.getMethod(), target(request), String.valueOf(request.getContentType()), reread.body());
        return new KeyedRequest(new RequestId(caller, key.digest()), fingerprint, seal, reread);
    }

    private static String target(HttpServletRequest request) {
        return request.getRequestURI()
                + Optional.ofNullable(request.getQueryString())
                        .map(query -> "?" + query)
                        .orElse("");
    }

    /** The token itself, however its scheme is written. */
    private static String credentials(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header.substring(header.indexOf(' ') + 1).strip();
    }
}
