package dev.postern.ingest.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.Envelope;
import dev.postern.common.mail.MailAddress;
import dev.postern.common.mail.Sha256;
import dev.postern.common.service.SecretFile;
import dev.postern.ingest.body.MessageBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes delivery keys. The first half is of the HMAC-SHA256 over reverse-path and recipient, each behind its length in four
 * bytes, and the bytes below Cloudflare's trace block, which alone differs when a sender's server tries again. The second half
 * is of the HMAC over a one, the recipient behind its length, and the first half: so a key that comes back shows whom it
 * was made for, without anybody remembering it.
 *
 * <p>An HMAC and not a mere digest, since the key ends up in the message: nobody else can tell which key a message will
 * have, and send one ahead that makes the mailbox drop it.
 */
@Component
final class DeliveryKeys implements SmartLifecycle {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_LENGTH = 32;
    private static final int HALF = 16;
    /** No length begins so. */
    private static final byte SEAL = 1;

    private final Path file;
    private volatile @Nullable SecretKeySpec secret;

    DeliveryKeys(DeliverySettings settings) {
        this.file = settings.keyFile();
    }

    DeliveryKey keyOf(Envelope envelope, MessageBody body, int start) throws IOException {
        var mac = mac();
        feed(mac, envelope.reversePath().text());
        feed(mac, envelope.recipient().toString());
        body.forEachChunk(start, mac::update);
        return sealed(mac.doFinal(), envelope.recipient());
    }

    /** Whether the key was made here, for a message to this recipient. */
    boolean isFor(MailAddress recipient, DeliveryKey key) {
        return key.equals(sealed(key.bytes(), recipient));
    }

    @Override
    public void start() {
        var key = decode(SecretFile.read(file));
        if (key.length != KEY_LENGTH) {
            throw unusable("does not hold 32 bytes but %d".formatted(key.length));
        }
        secret = new SecretKeySpec(key, ALGORITHM);
    }

    @Override
    public void stop() {
        secret = null;
    }

    @Override
    public boolean isRunning() {
        return secret != null;
    }

    /** Before the web server, and not before the application runs: see the signing keys. */
    @Override
    public int getPhase() {
        return 0;
    }

    private DeliveryKey sealed(byte[] firstHalf, MailAddress recipient) {
        var mac = mac();
        mac.update(SEAL);
        feed(mac, recipient.toString());
        mac.update(firstHalf, 0, HALF);
        var key = ByteBuffer.allocate(2 * HALF).put(firstHalf, 0, HALF).put(mac.doFinal(), 0, HALF);
        return new DeliveryKey(Sha256.fromBytes(key.array()));
    }

    private Mac mac() {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", impossible);
        }
    }

    private static void feed(Mac mac, String text) {
        var bytes = text.getBytes(UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        mac.update(bytes);
    }

    private byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw unusable("is not Base64");
        }
    }

    private IllegalStateException unusable(String problem) {
        return new IllegalStateException(
                "The secret file %s %s. Write 32 random bytes into it, in Base64 (openssl rand -base64 32)."
                        .formatted(file, problem));
    }
}
