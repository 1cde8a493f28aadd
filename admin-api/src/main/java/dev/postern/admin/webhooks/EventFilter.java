package dev.postern.admin.webhooks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Of which changes somebody wants to hear: {@code *}, {@code mailbox.*} or {@code mailbox.created}. */
record EventFilter(List<String> patterns) {

    private static final int MOST = 50;
    private static final Pattern SHAPE = Pattern.compile("\\*|[a-z][a-z-]{0,28}\\.(\\*|[a-z][a-z-]{0,28})");

    EventFilter {
        patterns = List.copyOf(patterns);
    }

    /**
     * Parses some.
     *
     * @throws IllegalArgumentException naming what is no event
     */
    static EventFilter parse(Collection<String> texts) {
        var patterns = texts.stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
        if (patterns.isEmpty() || patterns.size() > MOST) {
            throw new IllegalArgumentException("Name between 1 and %d kinds of events, not %d; * is all of them."
                    .formatted(MOST, patterns.size()));
        }
        for (var pattern : patterns) {
            if (!SHAPE.matcher(pattern).matches()) {
                throw new IllegalArgumentException(
                        "'%s' is no kind of event; write it like mailbox.created, mailbox.* or *.".formatted(pattern));
            }
        }
        return new EventFilter(patterns);
    }

    boolean matches(String action) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, action));
    }

    private static boolean matches(String pattern, String action) {
        return pattern.endsWith("*")
                ? action.startsWith(pattern.substring(0, pattern.length() - 1))
                : action.equals(pattern);
    }

    @Override
    public String toString() {
        return String.join(",", patterns);
    }
}
