package dev.postern.common.mail;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an SMTP server answered to one command (RFC 5321 §4.2, RFC 2034).
 *
 * @param code 200 to 599
 * @param enhanced the enhanced status code, where the server gave one of the code's own class
 * @param text for people, in one line, without the codes
 */
public record SmtpReply(int code, @Nullable EnhancedStatusCode enhanced, String text) {

    private static final Pattern LINE = Pattern.compile("([2-5][0-9]{2})(?:([ -])(.*))?", Pattern.DOTALL);
    private static final Pattern ENHANCED = Pattern.compile("([245]\\.[0-9]{1,3}\\.[0-9]{1,3})(?: (.*))?");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]");

    public SmtpReply {
        if (code < 200 || code > 599) {
            throw new IllegalArgumentException("an SMTP reply code is 200 to 599, not " + code);
        }
        if (enhanced != null && enhanced.clazz() != code / 100) {
            throw new IllegalArgumentException("reply code %d contradicts status %s".formatted(code, enhanced));
        }
        if (UNPRINTABLE.matcher(text).find()) {
            throw new IllegalArgumentException("the text of an SMTP reply is one line without control characters");
        }
    }

    /**
     * Parses a whole reply. Its lines become one text; control characters in it become spaces.
     *
     * @param lines without line ends, each but the last with a hyphen after the code
     * @throws IllegalArgumentException if the lines are not one SMTP reply
     */
    public static SmtpReply parse(List<String> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an SMTP reply has at least one line");
        }
        var first = match(lines.getFirst());
        int code = Integer.parseInt(first.group(1));
        var enhanced = enhancedOf(code, textOf(first));
        var text = lines.stream()
                .map(SmtpReply::match)
                .peek(line -> requireCode(code, line))
                .map(line -> withoutStatus(textOf(line), enhanced))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        requireEnd(lines);
        return new SmtpReply(code, enhanced, text);
    }

    /** The command was carried out; 354, which asks for more, is not that. */
    public boolean isPositive() {
        return code < 300;
    }

    public boolean isTransient() {
        return code >= 400 && code < 500;
    }

    public boolean isPermanent() {
        return code >= 500;
    }

    @Override
    public String toString() {
        return (code + (enhanced == null ? "" : " " + enhanced) + " " + text).stripTrailing();
    }

    private static Matcher match(String line) {
        var matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("an SMTP reply line begins with a code from 200 to 599");
        }
        return matcher;
    }

    private static String textOf(Matcher line) {
        return line.group(3) == null
                ? ""
                : UNPRINTABLE.matcher(line.group(3)).replaceAll(" ").strip();
    }

    private static @Nullable EnhancedStatusCode enhancedOf(int code, String text) {
        var matcher = ENHANCED.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        var status = EnhancedStatusCode.parse(matcher.group(1));
        return status.clazz() == code / 100 ? status : null;
    }

    private static String withoutStatus(String text, @Nullable EnhancedStatusCode enhanced) {
        var matcher = ENHANCED.matcher(text);
        if (enhanced == null
                || !matcher.matches()
                || !EnhancedStatusCode.parse(matcher.group(1)).equals(enhanced)) {
            return text;
        }
        return matcher.group(2) == null ? "" : matcher.group(2).strip();
    }

    private static void requireCode(int code, Matcher line) {
        if (Integer.parseInt(line.group(1)) != code) {
            throw new IllegalArgumentException("the lines of an SMTP reply differ in their code");
        }
    }

    private static void requireEnd(List<String> lines) {
        for (int index = 0; index < lines.size(); index++) {
            boolean goesOn = lines.get(index).startsWith("-", 3);
            if (goesOn != (index < lines.size() - 1)) {
                throw new IllegalArgumentException("an SMTP reply ends with the first line without a hyphen");
            }
        }
    }
}
