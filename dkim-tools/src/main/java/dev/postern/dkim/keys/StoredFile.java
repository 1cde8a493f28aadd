package dev.postern.dkim.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes a file so that a reader, and whoever comes after a power failure, finds the old content or the new one. */
final class StoredFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private StoredFile() {}

    static void write(Path directory, String name, String content, Set<PosixFilePermission> permissions)
            throws IOException {
        // Always the same name: what a crash leaves behind is overwritten by the next try.
        var unfinished = directory.resolve("." + name + ".new");
        var creation = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
        try (var channel =
                FileChannel.open(unfinished, Set.of(CREATE, WRITE, TRUNCATE_EXISTING, NOFOLLOW_LINKS), creation)) {
            // Before there is any content, and whatever the umask says.
            Files.setPosixFilePermissions(unfinished, permissions);
            var bytes = US_ASCII.encode(content);
            writeAll(channel, bytes);
            channel.force(true);
        }
        Files.move(unfinished, directory.resolve(name), ATOMIC_MOVE);
        syncDirectory(directory);
    }

    /** The name of a new file is on the disk when its directory is. */
    static void syncDirectory(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
