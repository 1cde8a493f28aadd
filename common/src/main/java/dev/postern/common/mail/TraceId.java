package dev.postern.common.mail;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The name one message keeps from the edge to the mailbox: a ULID, 48 bits of time and 80 of chance in Crockford's
 * base32, so that names sort by their age.
 *
 * @param value 26 characters, upper case only: a name has one spelling
 */
public record TraceId(String value) implements Comparable<TraceId> {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS_PER_DIGIT = 5;
    private static final int TIME_DIGITS = 10;
    private static final int RANDOM_DIGITS = 16;
    private static final Pattern FORM = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

    public TraceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a trace id is 26 characters of Crockford base32 in upper case");
        }
    }

    /**
     * Takes a trace id that was made elsewhere.
     *
     * @throws IllegalArgumentException if {@code text} is no trace id
     */
    public static TraceId parse(String text) {
        return new TraceId(text);
    }

    public static TraceId create(InstantSource clock, RandomGenerator random) {
        var value = new StringBuilder(TIME_DIGITS + RANDOM_DIGITS);
        long time = clock.millis();
        for (int digit = TIME_DIGITS - 1; digit >= 0; digit--) {
            value.append(DIGITS.charAt((int) (time >>> (digit * BITS_PER_DIGIT)) & 31));
        }
        for (int digit = 0; digit < RANDOM_DIGITS; digit++) {
            value.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return new TraceId(value.toString());
    }

    @Override
    public int compareTo(TraceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
