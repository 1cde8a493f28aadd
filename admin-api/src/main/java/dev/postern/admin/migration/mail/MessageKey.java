package dev.postern.admin.migration.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.Sha256;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a message is, so that it is known again wherever it lies: when it came, and what its header says of who wrote it, when
 * and about what. Eight bytes of a digest: for a million messages the chance of a mistake is one in some ten million.
 */
record MessageKey(long digest) {

    /** The fields that it is made of. */
    static final String FIELDS = "DATE FROM MESSAGE-ID SUBJECT";

    /** How a server folds lines, and in which order it gives out fields, makes no difference. */
    static MessageKey of(Instant received, String header) {
        var fields = header.replace("\r\n", "\n")
                .replaceAll("\n[ \t]+", " ")
                .lines()
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .filter(line -> !line.isEmpty())
                .map(MessageKey::withSmallName)
                .sorted()
                .collect(Collectors.joining("\n"));
        var digest = Sha256.of((received.getEpochSecond() + "\n" + fields).getBytes(UTF_8));
        return new MessageKey(ByteBuffer.wrap(digest.bytes()).getLong());
    }

    private static String withSmallName(String line) {
        var colon = line.indexOf(':');
        return colon < 0
                ? line
                : line.substring(0, colon).toLowerCase(Locale.ROOT) + ":"
                        + line.substring(colon + 1).strip();
    }
}
