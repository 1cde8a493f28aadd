package dev.postern.admin.self;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** What a browser or program shows to be known again: 256 random bits. It never shows itself in a log. */
record SessionToken(String text) {

    static final String PREFIX = "pso_";

    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static SessionToken random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SessionToken(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static boolean canBe(String text) {
        return SHAPE.matcher(text).matches();
    }

    Sha256 digest() {
        return Sha256.of(text.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "SessionToken[…]";
    }
}
