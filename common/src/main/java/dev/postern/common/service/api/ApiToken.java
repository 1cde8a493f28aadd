package dev.postern.common.service.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** The token that callers of the API send as {@code Authorization: Bearer …} (RFC 6750 §2.1). */
final class ApiToken {

    private static final String SCHEME = "Bearer ";

    private final Sha256 digest;

    ApiToken(String token) {
        this.digest = digestOf(token);
    }

    /** Compares digests, in constant time: the answer's delay tells nothing about the token, not even its length. */
    boolean isIn(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && digestOf(header.substring(SCHEME.length()).strip()).equals(digest);
    }

    private static Sha256 digestOf(String token) {
        return Sha256.of(token.getBytes(UTF_8));
    }
}
