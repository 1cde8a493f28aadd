package dev.postern.dkim.keys;

import dev.postern.common.mail.DomainName;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What DNS has to say about a key (RFC 6376 §3.6.1).
 *
 * @param name the name of the record, without a dot at the end
 * @param value the whole text
 */
public record TxtRecord(String name, String value) {

    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_STRING = 255;

    public TxtRecord {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "%s has %d characters, DNS allows %d".formatted(name, name.length(), LONGEST_NAME));
        }
    }

    static TxtRecord of(DomainName domain, Selector selector, Algorithm algorithm, PublicKey key) {
        return new TxtRecord(
                nameOf(domain, selector),
                "v=DKIM1; k=%s; p=%s"
                        .formatted(algorithm.tag(), Base64.getEncoder().encodeToString(algorithm.published(key))));
    }

    static String nameOf(DomainName domain, Selector selector) {
        return selector + "._domainkey." + domain;
    }

    /** The text in the pieces of at most 255 octets that DNS carries; receivers join them without a space. */
    public List<String> strings() {
        return IntStream.iterate(0, start -> start < value.length(), start -> start + LONGEST_STRING)
                .mapToObj(start -> value.substring(start, Math.min(start + LONGEST_STRING, value.length())))
                .toList();
    }

    /** The line of a zone file. */
    public String zoneLine() {
        return strings().stream()
                .map(string -> '"' + string + '"')
                .collect(Collectors.joining(" ", name + ". IN TXT ( ", " )"));
    }
}
