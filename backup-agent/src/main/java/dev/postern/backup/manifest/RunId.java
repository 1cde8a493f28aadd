package dev.postern.backup.manifest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The name of one backup: when it began (UTC), and four characters of chance. Names sort by their age.
 *
 * @param value for example {@code 20260131-030000-k3f9}
 */
public record RunId(String value) implements Comparable<RunId> {

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int RANDOM_DIGITS = 4;
    private static final Pattern FORM = Pattern.compile("[0-9]{8}-[0-9]{6}-[0-9a-hjkmnp-tv-z]{4}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /**
     * Takes a name.
     *
     * @throws IllegalArgumentException if it is no name of a backup
     */
    public RunId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("\"%s\" is not the name of a backup".formatted(value));
        }
    }

    /** Whether a text has the form of a name. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /** A new name for what begins now. */
    public static RunId of(Instant start, RandomGenerator random) {
        var value = new StringBuilder(TIME.format(start)).append('-');
        for (int digit = 0; digit < RANDOM_DIGITS; digit++) {
            value.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return new RunId(value.toString());
    }

    @Override
    public int compareTo(RunId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
