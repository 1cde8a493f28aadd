package dev.postern.ingest.body;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** A file without a name: it is unlinked as soon as it is open, so nobody else can open it and no crash leaves it behind. */
final class SpoolFile implements AutoCloseable {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final FileChannel channel;
    private long size;

    private SpoolFile(FileChannel channel) {
        this.channel = channel;
    }

    static SpoolFile in(Path directory) throws IOException {
        var options = Set.of(CREATE_NEW, READ, WRITE, DELETE_ON_CLOSE);
        return new SpoolFile(FileChannel.open(directory.resolve(UUID.randomUUID() + ".spool"), options, OWNER_ONLY));
    }

    void append(byte[] bytes, int length) throws IOException {
        var source = ByteBuffer.wrap(bytes, 0, length);
        while (source.hasRemaining()) {
            size += channel.write(source, size);
        }
    }

    int read(ByteBuffer target, long position) throws IOException {
        return channel.read(target, position);
    }

    long size() {
        return size;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot close a spool file", failure);
        }
    }
}
