package dev.postern.ingest.body;

import java.io.IOException;

/** Takes a part of a message; the bytes are only lent. */
@FunctionalInterface
public interface ChunkConsumer {

    void accept(byte[] bytes, int offset, int length) throws IOException;
}
