package dev.postern.ingest.smtp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a server said in its reply to EHLO that it can do. */
record Extensions(Set<String> keywords) {

    static final Extensions NONE = new Extensions(Set.of());

    /** @param lines of the reply, with their codes; the first is the greeting */
    static Extensions of(List<String> lines) {
        return new Extensions(lines.stream()
                .skip(1)
                .map(line -> line.substring(Math.min(4, line.length())))
                .flatMap(line -> Arrays.stream(line.split(" ")).limit(1))
                .map(keyword -> keyword.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean offers(String keyword) {
        return keywords.contains(keyword);
    }
}
