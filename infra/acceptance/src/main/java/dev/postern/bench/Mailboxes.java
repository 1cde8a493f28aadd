package dev.postern.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The mailboxes that all messages go to, one after the other, with an IMAP session for each. */
final class Mailboxes implements AutoCloseable {

    private final List<String> addresses;
    private final List<Inbox> inboxes;
    private final AtomicInteger turn = new AtomicInteger();

    private Mailboxes(List<String> addresses, List<Inbox> inboxes) {
        this.addresses = addresses;
        this.inboxes = inboxes;
    }

    static Mailboxes open(String host, Path ca, List<String> addresses, String password) throws IOException {
        var inboxes = new ArrayList<Inbox>();
        for (var address : addresses) {
            inboxes.add(new Inbox(host, ca, address, password));
        }
        return new Mailboxes(addresses, inboxes);
    }

    /** Whose turn it is to get a message. */
    String next() {
        return addresses.get(Math.floorMod(turn.getAndIncrement(), addresses.size()));
    }

    /** Messages in all of them by now. */
    int count() throws IOException {
        int count = 0;
        for (var inbox : inboxes) {
            count += inbox.count();
        }
        return count;
    }

    /** The ids of the messages that came since the last call. */
    List<String> arrivals() throws IOException {
        var ids = new ArrayList<String>();
        for (var inbox : inboxes) {
            ids.addAll(inbox.arrivals());
        }
        return ids;
    }

    /** Opens all of them; until then nobody looks at them, and Dovecot does not index them for search. */
    void open() throws IOException {
        for (var inbox : inboxes) {
            inbox.open();
        }
    }

    @Override
    public void close() throws IOException {
        for (var inbox : inboxes) {
            inbox.close();
        }
    }
}
