package dev.postern.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes messages of one size, no two alike, of lines of words as people write them. */
final class Messages {

    private static final int VOCABULARY = 3000;
    private static final int LINE = 72;

    private final byte[] body;

    Messages(int size) {
        body = text(size - head("0".repeat(24)).length, new Random(size)).getBytes(US_ASCII);
    }

    private static String text(int length, Random random) {
        var words = Stream.generate(() -> word(random)).limit(VOCABULARY).toList();
        var text = new StringBuilder(length + LINE);
        int column = 0;
        while (text.length() < length) {
            var word = words.get(random.nextInt(VOCABULARY));
            column += word.length() + 1;
            text.append(word).append(column < LINE ? " " : "\r\n");
            column = column < LINE ? column : 0;
        }
        text.setLength(length - 2);
        return text.append("\r\n").toString();
    }

    private static String word(Random random) {
        return random.ints(2L + random.nextInt(9), 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    byte[] next() {
        var id = new byte[12];
        ThreadLocalRandom.current().nextBytes(id);
        return withId(HexFormat.of().formatHex(id));
    }

    byte[] withId(String id) {
        var head = head(id);
        var message = new byte[head.length + body.length];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        return message;
    }

    private static byte[] head(String id) {
        return """
                From: Somebody <somebody@sender.example>
                To: someone@demo.example
                Subject: bench-%1$s
                Message-ID: <%1$s@sender.example>
                Date: %2$s

                """.formatted(id, RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC)))
                .replace("\n", "\r\n")
                .getBytes(US_ASCII);
    }
}
