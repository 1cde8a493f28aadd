package dev.postern.ingest.body;

import dev.postern.common.mail.Sha256;
import java.io.IOException;
import java.util.Arrays;

final class MemoryBody implements MessageBody {

    private final byte[] content;
    private final int length;
    private final Sha256 digest;
    private final ContentTraits traits;
    private final Room room;

    MemoryBody(byte[] content, int length, Sha256 digest, ContentTraits traits, Room room) {
        this.content = content;
        this.length = length;
        this.digest = digest;
        this.traits = traits;
        this.room = room;
    }

    @Override
    public long size() {
        return length;
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
    public byte[] beginning(int wanted) {
        return Arrays.copyOf(content, Math.min(wanted, length));
    }

    @Override
    public void forEachChunk(long start, ChunkConsumer consumer) throws IOException {
        consumer.accept(content, (int) start, (int) (length - start));
    }

    @Override
    public void close() {
        room.close();
    }
}
