package dev.postern.backup.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets one at a time work on the repository, of all processes that share the directory. The kernel takes it away from a
 * process that dies; what that one has written into the file stays, and tells the next.
 */
public final class RunLock {

    private static final int LONGEST = 200;

    /**
     * What this process holds. It must not even open such a file again: POSIX takes a process's locks away when it closes
     * any of its handles on the file.
     */
    private static final Map<Path, String> HELD_HERE = new ConcurrentHashMap<>();

    private final Path file;

    public RunLock(Path directory) {
        this.file = directory.toAbsolutePath().normalize().resolve("run.lock");
    }

    /** Takes it, if nobody has it. */
    public Optional<Held> tryTake(String purpose) {
        if (HELD_HERE.putIfAbsent(file, purpose) != null) {
            return Optional.empty();
        }
        try {
            var held = lock(purpose);
            if (held.isEmpty()) {
                HELD_HERE.remove(file);
            }
            return held;
        } catch (IOException failure) {
            HELD_HERE.remove(file);
            throw new UncheckedIOException("The lock %s cannot be used".formatted(file), failure);
        }
    }

    /** What its holder does; empty if nobody has it. */
    public String purpose() {
        var here = HELD_HERE.get(file);
        if (here != null) {
            return here;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var text = ByteBuffer.allocate(LONGEST);
            channel.read(text, 0);
            return StandardCharsets.UTF_8.decode(text.flip()).toString();
        } catch (NoSuchFileException never) {
            return "";
        } catch (IOException failure) {
            throw new UncheckedIOException("The lock %s cannot be read".formatted(file), failure);
        }
    }

    private Optional<Held> lock(String purpose) throws IOException {
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        var leftBehind = channel.size() > 0;
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(purpose), 0);
        return Optional.of(new Held(file, channel, leftBehind));
    }

    /** The lock in one's hands. */
    public static final class Held implements AutoCloseable {

        private final Path file;
        private final FileChannel channel;
        private final boolean leftBehind;

        private Held(Path file, FileChannel channel, boolean leftBehind) {
            this.file = file;
            this.channel = channel;
            this.leftBehind = leftBehind;
        }

        /** Whether the one before did not come to its end. */
        public boolean wasLeftBehind() {
            return leftBehind;
        }

        @Override
        public void close() {
            try (channel) {
                channel.truncate(0);
            } catch (IOException failure) {
                throw new UncheckedIOException("The lock cannot be given back", failure);
            } finally {
                HELD_HERE.remove(file);
            }
        }
    }
}
