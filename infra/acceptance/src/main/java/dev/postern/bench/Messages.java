package dev.postern.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** Makes messages of one size, no two alike. */
final class Messages {

    private final byte[] body;

    Messages(int size) {
        body = new byte[size - head("0".repeat(24)).length];
        var random = new Random(size);
        for (int at = 0; at < body.length; at++) {
            int column = at % 76;
            body[at] = (byte) (column == 74 ? '\r' : column == 75 ? '\n' : 'a' + random.nextInt(26));
        }
        body[body.length - 2] = '\r';
        body[body.length - 1] = '\n';
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
                Date: Tue, 24 Nov 2026 09:00:00 +0900

                """.formatted(id).replace("\n", "\r\n").getBytes(US_ASCII);
    }
}
