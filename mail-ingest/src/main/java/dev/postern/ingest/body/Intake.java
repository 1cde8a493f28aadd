package dev.postern.ingest.body;

import dev.postern.common.mail.Sha256;
import dev.postern.ingest.deadline.Deadline;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Where the bytes of one body go while they come in: into memory at first, into a spool file when there are too many. */
final class Intake implements AutoCloseable {

    private static final int FIRST_CAPACITY = 16 * 1024;

    private final Storage storage;
    private final long expected;
    private final int memoryLimit;
    private final Deadline deadline;
    private final MessageDigest digest = Sha256.newDigest();
    private final ContentScanner scanner = new ContentScanner();

    private byte[] content = new byte[0];
    private int length;
    private @Nullable Room room;
    private @Nullable SpoolFile file;

    Intake(Storage storage, OptionalLong declared, Deadline deadline) throws NoRoom, InterruptedException {
        this.storage = storage;
        this.memoryLimit = storage.memoryLimit();
        this.expected = declared.orElse(memoryLimit);
        this.deadline = deadline;
        room = expected <= memoryLimit ? storage.memory(expected).orElse(null) : null;
        if (room == null) {
            openSpool(declared.orElse(storage.maxSize()));
        } else if (declared.isPresent()) {
            content = new byte[(int) expected];
        }
    }

    void append(byte[] bytes, int count) throws NoRoom, InterruptedException {
        digest.update(bytes, 0, count);
        scanner.accept(bytes, 0, count);
        if (file == null && length + count > Math.min(expected, memoryLimit)) {
            moveToSpool();
        }
        if (file == null) {
            remember(bytes, count);
        } else {
            write(file, bytes, count);
        }
    }

    /** Hands file and room over to the body. */
    MessageBody finish() {
        var owned = Objects.requireNonNull(room);
        var sha256 = Sha256.finish(digest);
        var body = file == null
                ? new MemoryBody(content, length, sha256, scanner.finish(), owned)
                : new SpooledBody(file, sha256, scanner.finish(), owned);
        file = null;
        room = null;
        return body;
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
        if (room != null) {
            room.close();
        }
    }

    private void remember(byte[] bytes, int count) {
        if (length + count > content.length) {
            content = Arrays.copyOf(
                    content,
                    Math.min(memoryLimit, Math.max(length + count, Math.max(FIRST_CAPACITY, 2 * content.length))));
        }
        System.arraycopy(bytes, 0, content, length, count);
        length += count;
    }

    private void moveToSpool() throws NoRoom, InterruptedException {
        var inMemory = room;
        openSpool(storage.maxSize());
        if (inMemory != null) {
            inMemory.close();
        }
        if (file != null) {
            write(file, content, length);
        }
        content = new byte[0];
    }

    private void openSpool(long size) throws NoRoom, InterruptedException {
        var inSpool = storage.spool(size, deadline);
        try {
            file = SpoolFile.in(storage.directory());
            room = inSpool;
        } catch (IOException failure) {
            inSpool.close();
            throw new NoRoom("no spool file can be made in " + storage.directory(), failure);
        }
    }

    private void write(SpoolFile target, byte[] bytes, int count) throws NoRoom {
        try {
            target.append(bytes, count);
        } catch (IOException failure) {
            throw new NoRoom("the spool directory %s takes no more".formatted(storage.directory()), failure);
        }
    }
}
