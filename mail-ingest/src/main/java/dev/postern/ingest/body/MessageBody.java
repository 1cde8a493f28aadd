package dev.postern.ingest.body;

import dev.postern.common.mail.Sha256;
import java.io.IOException;

/** A message that has been read to its end, byte for byte as it came. Closing it gives back the room it took. */
public sealed interface MessageBody extends AutoCloseable permits MemoryBody, SpooledBody {

    long size();

    Sha256 digest();

    ContentTraits traits();

    /** The first {@code length} bytes, or all if there are fewer. */
    byte[] beginning(int length) throws IOException;

    /** Shows all bytes from {@code start} on, in order. */
    void forEachChunk(long start, ChunkConsumer consumer) throws IOException;

    @Override
    void close();
}
