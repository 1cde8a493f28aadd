package dev.postern.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** One way for a message into Postfix. Each sender of a load opens a route of its own and keeps it. */
interface Route extends AutoCloseable {

    /** Whether the other side has taken the message; if not, it wants it again later, on another connection. */
    boolean send(Prepared message) throws IOException;

    @Override
    void close() throws IOException;

    /** A message as a route sends it. */
    record Prepared(String recipient, ByteArrayOutputStream octets) {}

    /** Opens routes of one kind. */
    interface Kind {
        String name();

        /**
         * Makes a message ready before the clock starts: what signs it is the Email Worker, far from this machine, and must
         * not take from the time of what is measured.
         */
        Prepared prepare(String recipient, byte[] message);

        Route open() throws IOException;
    }
}
