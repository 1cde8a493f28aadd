package dev.postern.ingest.signature;

import dev.postern.common.service.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The key ring as its file says, looked at every second at most.
 *
 * <p>The file is first read when the application starts to run, not when it is put together: an application context can be
 * made without secrets, as the training run of the AOT cache does.
 */
@Component
final class KeyFile implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(1);

    private final Path file;
    private final InstantSource clock;

    private volatile @Nullable KeyRing ring;
    private volatile Instant lookAgainAt = Instant.MIN;
    private @Nullable Version version;

    KeyFile(SignatureSettings settings, InstantSource clock) {
        this.file = settings.keysFile();
        this.clock = clock;
    }

    KeyRing keys() {
        if (clock.instant().isAfter(lookAgainAt)) {
            look();
        }
        var current = ring;
        if (current == null) {
            throw new IllegalStateException("the key ring is used before the application runs");
        }
        return current;
    }

    @Override
    public void start() {
        var seen = versionNow();
        ring = read();
        version = seen;
        lookAgainAt = clock.instant().plus(LOOK_AGAIN_AFTER);
    }

    @Override
    public void stop() {
        ring = null;
    }

    @Override
    public boolean isRunning() {
        return ring != null;
    }

    /** Before the web server, which has no answers without keys. */
    @Override
    public int getPhase() {
        return 0;
    }

    private synchronized void look() {
        lookAgainAt = clock.instant().plus(LOOK_AGAIN_AFTER);
        var seen = versionNow();
        if (seen != null && !seen.equals(version)) {
            version = seen;
            takeOver();
        }
    }

    private void takeOver() {
        try {
            ring = read();
            LOG.info("The signing keys have been read anew from {}", file);
        } catch (IllegalStateException unusable) {
            LOG.error("The signing keys stay as they were: {}", unusable.getMessage());
        }
    }

    private KeyRing read() {
        try {
            return KeyRing.parse(SecretFile.read(file));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException(
                    "The secret file %s cannot be used: %s.".formatted(file, malformed.getMessage()), malformed);
        }
    }

    private @Nullable Version versionNow() {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Version(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        } catch (IOException notThere) {
            return null;
        }
    }

    private record Version(
            FileTime modified, long size, @Nullable Object inode) {}
}
