package dev.postern.bench;

import java.io.IOException;

/** One way for a message into Postfix. Each sender of a load opens a route of its own and keeps it. */
interface Route extends AutoCloseable {

    /** Returns once the other side has taken the message; anything else is an exception. */
    void send(byte[] message) throws IOException;

    @Override
    void close() throws IOException;

    /** Opens routes of one kind. */
    interface Kind {
        String name();

        Route open() throws IOException;
    }
}
