package dev.postern.ingest.body;

import dev.postern.common.mail.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

final class SpooledBody implements MessageBody {

    private static final int CHUNK = 64 * 1024;

    private final SpoolFile file;
    private final Sha256 digest;
    private final ContentTraits traits;
    private final Room room;

    SpooledBody(SpoolFile file, Sha256 digest, ContentTraits traits, Room room) {
        this.file = file;
        this.digest = digest;
        this.traits = traits;
        this.room = room;
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public Sha256 digest() {
        return digest;
    }

    @Override
    public ContentTraits traits() {
        return traits;
    }

    @Override
    public byte[] beginning(int wanted) throws IOException {
        var bytes = ByteBuffer.allocate((int) Math.min(wanted, size()));
        fill(bytes, 0);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    @Override
    public void forEachChunk(long start, ChunkConsumer consumer) throws IOException {
        var chunk = ByteBuffer.allocate(CHUNK);
        for (long position = start; position < size(); position += chunk.limit()) {
            chunk.clear().limit((int) Math.min(CHUNK, size() - position));
            fill(chunk, position);
            consumer.accept(chunk.array(), 0, chunk.limit());
        }
    }

    @Override
    public void close() {
        file.close();
        room.close();
    }

    private void fill(ByteBuffer bytes, long position) throws IOException {
        while (bytes.hasRemaining()) {
            if (file.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException("the spool file ended before the message");
            }
        }
    }
}
