package dev.postern.admin.sessions;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.postern.common.mail.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a browser holds of a session: 256 random bits. It never shows itself in a log. */
public record SessionToken(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    static SessionToken random() {
        return new SessionToken(random(32));
    }

    static String randomName() {
        return random(16);
    }

    private static String random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Optional<SessionToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SessionToken(text)) : Optional.empty();
    }

    Sha256 digest() {
        return Sha256.of(text.getBytes(US_ASCII));
    }

    /** What the forms of this session carry, so that no other page can send them. It tells nothing about the token. */
    String formToken() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.of(("form " + text).getBytes(US_ASCII)).bytes());
    }

    @Override
    public String toString() {
        return "SessionToken[…]";
    }
}
