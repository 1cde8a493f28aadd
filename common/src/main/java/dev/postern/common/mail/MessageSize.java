package dev.postern.common.mail;

import java.util.Locale;

/** How long a message is on the wire. */
public record MessageSize(long octets) implements Comparable<MessageSize> {

    private static final long UNIT = 1024;
    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    public MessageSize {
        if (octets < 0) {
            throw new IllegalArgumentException("a message has no negative size: " + octets);
        }
    }

    /** For people: {@code 512 B}, {@code 75 KiB}, {@code 1.4 MiB}. */
    public String humanReadable() {
        if (octets < UNIT) {
            return octets + " B";
        }
        double size = octets;
        int unit = -1;
        // Up to 1023.95, what rounds to 1024.0 is shown in the next unit.
        while (size >= UNIT - 0.05 && unit < UNITS.length - 1) {
            size /= UNIT;
            unit++;
        }
        var number = String.format(Locale.ROOT, "%.1f", size);
        return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number) + " " + UNITS[unit];
    }

    @Override
    public int compareTo(MessageSize other) {
        return Long.compare(octets, other.octets);
    }
}
