package dev.postern.admin.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Ties each entry to the one before it: HMAC-SHA256 (RFC 2104) over the hash of the last entry and every field of the
 * new one, each with its length in front. Who does not have the key cannot make a chain that holds.
 */
final class AuditChain {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ABSENT = -1;

    private final SecretKey key;

    AuditChain(SecretKey key) {
        this.key = key;
    }

    /** The hash that this entry must have after the given one; the entry's own hash does not count. */
    Sha256 hash(Sha256 last, AuditEntry entry) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(last.bytes());
            mac.update(content(entry));
            return Sha256.fromBytes(mac.doFinal());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] content(AuditEntry entry) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(entry.id());
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()));
            write(out, Optional.of(entry.kind().name()));
            write(out, Optional.of(entry.actor()));
            write(out, entry.address());
            write(out, Optional.of(entry.action()));
            write(out, Optional.of(entry.subject()));
            write(out, entry.domain());
            write(out, entry.before());
            write(out, entry.after());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Optional<String> text) throws IOException {
        if (text.isEmpty()) {
            out.writeInt(ABSENT);
            return;
        }
        var encoded = text.get().getBytes(UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
    }
}
