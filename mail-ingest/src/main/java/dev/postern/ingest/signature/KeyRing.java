package dev.postern.ingest.signature;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** The keys that requests may be signed with, by their names. Several at once, so that they can be exchanged. */
final class KeyRing {

    static final String ALGORITHM = "HmacSHA256";

    private static final int MIN_KEY_LENGTH = 32;

    private final Map<String, SecretKeySpec> keys;

    private KeyRing(Map<String, SecretKeySpec> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * Parses lines of {@code keyid base64}.
     *
     * @throws IllegalArgumentException naming the line, never what it says
     */
    static KeyRing parse(String text) {
        var keys = new HashMap<String, SecretKeySpec>();
        List<String> lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            var line = lines.get(index).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                addTo(keys, line.split("\\s+"), index + 1);
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("it has no key; write at least one line \"keyid base64\"");
        }
        return new KeyRing(keys);
    }

    Optional<SecretKeySpec> key(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    private static void addTo(Map<String, SecretKeySpec> keys, String[] words, int line) {
        if (words.length != 2) {
            throw new IllegalArgumentException("line %d is not \"keyid base64\"".formatted(line));
        }
        var key = decode(words[1], line);
        if (key.length < MIN_KEY_LENGTH) {
            throw new IllegalArgumentException("the key in line %d is shorter than 32 bytes".formatted(line));
        }
        if (keys.put(words[0], new SecretKeySpec(key, ALGORITHM)) != null) {
            throw new IllegalArgumentException("line %d names a key for the second time".formatted(line));
        }
    }

    private static byte[] decode(String base64, int line) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            // Without the cause, whose text tells characters of the key.
            throw new IllegalArgumentException("the key in line %d is not Base64".formatted(line));
        }
    }
}
