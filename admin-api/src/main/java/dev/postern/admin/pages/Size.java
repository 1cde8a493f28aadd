package dev.postern.admin.pages;

import dev.postern.admin.quota.Quota;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How much mail, as people write it: {@code 2 GiB}, {@code 1.5g}, {@code 500 MB}. A unit is always 1024 of the one before. */
public final class Size {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,16}(?:[.,]\\d{1,6})?)\\s*([KMGTP]?)I?B?");
    private static final List<String> UNITS = List.of("", "K", "M", "G", "T", "P");
    private static final long STEP = 1024;

    private Size() {}

    /**
     * Parses a size; a number without a unit is one of GiB.
     *
     * @throws IllegalArgumentException saying how to write it
     */
    public static Quota quota(String text) {
        var match = SHAPE.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!match.matches()) {
            throw new IllegalArgumentException("'%s' is no size; write it like 2 GiB or 500 MiB.".formatted(text));
        }
        var unit = match.end(2) == match.end(1) && match.group().endsWith(match.group(1)) ? "G" : match.group(2);
        var bytes = new BigDecimal(match.group(1).replace(',', '.'))
                .multiply(BigDecimal.valueOf(STEP).pow(UNITS.indexOf(unit)));
        return new Quota(bytes.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue());
    }

    /** So that {@link #quota} reads the same again. */
    public static String of(Quota quota) {
        var bytes = quota.bytes();
        var unit = 0;
        while (bytes % STEP == 0 && unit < UNITS.size() - 1) {
            bytes /= STEP;
            unit++;
        }
        return unit == 0 ? bytes + " B" : "%d %siB".formatted(bytes, UNITS.get(unit));
    }
}
