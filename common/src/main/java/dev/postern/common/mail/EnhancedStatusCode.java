package dev.postern.common.mail;

import java.util.regex.Pattern;

/**
 * A status such as 5.1.1, which says more than a reply code (RFC 3463).
 *
 * @param clazz 2 success, 4 come again, 5 never
 * @param subject 0 to 999: addressing, mailbox, mail system, …
 * @param detail 0 to 999
 */
public record EnhancedStatusCode(int clazz, int subject, int detail) {

    private static final Pattern FORM = Pattern.compile("([245])\\.([0-9]{1,3})\\.([0-9]{1,3})");

    public EnhancedStatusCode {
        if (clazz != 2 && clazz != 4 && clazz != 5) {
            throw new IllegalArgumentException("the class of an enhanced status code is 2, 4 or 5, not " + clazz);
        }
        requireThreeDigits(subject);
        requireThreeDigits(detail);
    }

    /**
     * Parses the dotted form.
     *
     * @throws IllegalArgumentException if {@code text} is no enhanced status code
     */
    public static EnhancedStatusCode parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("an enhanced status code looks like 5.1.1");
        }
        return new EnhancedStatusCode(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    @Override
    public String toString() {
        return clazz + "." + subject + "." + detail;
    }

    private static void requireThreeDigits(int number) {
        if (number < 0 || number > 999) {
            throw new IllegalArgumentException("a part of an enhanced status code is 0 to 999, not " + number);
        }
    }
}
