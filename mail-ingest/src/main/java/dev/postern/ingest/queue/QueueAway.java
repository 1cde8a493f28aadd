package dev.postern.ingest.queue;

import java.io.IOException;

/** Postfix did not answer about its queue. */
final class QueueAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    QueueAway(IOException cause) {
        super("Postfix cannot be asked about its queue: " + cause.getMessage(), cause);
    }
}
