package dev.postern.dkim.keys;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The file that says which pairs a domain has, the newest first, and which of them is active. A pair exists once it is
 * written here:
 *
 * <pre>
 * 20260601 2026-06-01T08:15:30Z active
 * 20251201 2025-12-01T07:00:12Z spare
 * </pre>
 */
record PairList(PairName active, List<Entry> entries) {

    private static final String ACTIVE = "active";
    private static final String SPARE = "spare";

    PairList {
        entries = List.copyOf(entries);
    }

    static PairList of(DomainKeys keys) {
        return new PairList(
                keys.active(),
                keys.pairs().stream()
                        .map(pair -> new Entry(pair.name(), pair.created()))
                        .toList());
    }

    /** @throws IllegalArgumentException saying which line cannot be understood */
    static PairList parse(List<String> lines) {
        var active = lines.stream().filter(line -> line.endsWith(" " + ACTIVE)).toList();
        if (active.size() != 1) {
            throw new IllegalArgumentException("%d pairs are active, it must be one".formatted(active.size()));
        }
        return new PairList(
                Entry.parse(active.getFirst()).name(),
                lines.stream().map(Entry::parse).toList());
    }

    String text() {
        return entries.stream()
                .map(entry -> "%s %s %s\n"
                        .formatted(entry.name(), entry.created(), entry.name().equals(active) ? ACTIVE : SPARE))
                .collect(Collectors.joining());
    }

    record Entry(PairName name, Instant created) {

        private static Entry parse(String line) {
            var words = List.of(line.split(" ", -1));
            if (words.size() != 3 || !List.of(ACTIVE, SPARE).contains(words.getLast())) {
                throw new IllegalArgumentException("a line has a name, a time and a state, but not: " + line);
            }
            try {
                return new Entry(new PairName(words.getFirst()), Instant.parse(words.get(1)));
            } catch (DateTimeParseException noTime) {
                throw new IllegalArgumentException("there is no time in: " + line, noTime);
            }
        }
    }
}
