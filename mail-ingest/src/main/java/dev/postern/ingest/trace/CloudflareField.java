package dev.postern.ingest.trace;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Queue;
import java.util.regex.Pattern;

/** The fields that Cloudflare puts on top of a message, in its order, and the sign by which each is known to be its own. */
enum CloudflareField {
    RECEIVED("received", "by\\s+cloudflare-email\\.net(?![\\w.-])"),
    ARC_SEAL("arc-seal", "(?:^|;)\\s*d\\s*=\\s*cloudflare-email\\.net\\s*(?:;|$)"),
    ARC_MESSAGE_SIGNATURE("arc-message-signature", "(?:^|;)\\s*d\\s*=\\s*cloudflare-email\\.net\\s*(?:;|$)"),
    ARC_AUTHENTICATION_RESULTS(
            "arc-authentication-results", "^i\\s*=\\s*\\d+\\s*;\\s*mx\\.cloudflare\\.net\\s*(?:;|$)"),
    RECEIVED_SPF(
            "received-spf",
            "^\\w+\\s*\\(mx\\.cloudflare\\.net:|(?:^|[\\s;])receiver\\s*=\\s*\"?mx\\.cloudflare\\.net\"?\\s*(?:;|$)"),
    AUTHENTICATION_RESULTS("authentication-results", "^mx\\.cloudflare\\.net\\s*(?:;|$)"),
    SPAM_SCORE("x-cf-spamh-score", "^-?\\d+(?:\\.\\d+)?$");

    private final String name;
    private final Pattern sign;

    CloudflareField(String name, String sign) {
        this.name = name;
        this.sign = Pattern.compile(sign);
    }

    /** All but the first, in order. */
    static Queue<CloudflareField> belowReceived() {
        return new ArrayDeque<>(EnumSet.complementOf(EnumSet.of(RECEIVED)));
    }

    boolean isShownBy(HeaderField field) {
        return field.name().equals(name) && sign.matcher(field.value()).find();
    }
}
