package dev.postern.ingest.smtp;

import dev.postern.ingest.trace.ClientIdentity;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Connections between two messages, the one used last on top: so those that are not needed get old, and are closed. */
final class RestingConnections {

    private final Deque<SmtpConnection> connections = new ArrayDeque<>();
    private final Duration idleTimeout;

    RestingConnections(Duration idleTimeout) {
        this.idleTimeout = idleTimeout;
    }

    /** One that spoke for this client last needs no new XCLIENT; any other will do, too. */
    Optional<SmtpConnection> take(ClientIdentity client) {
        return Optional.ofNullable(pick(client));
    }

    private synchronized @Nullable SmtpConnection pick(ClientIdentity client) {
        for (var connection : connections) {
            if (connection.speaksFor(client) && !connection.hasRestedFor(idleTimeout)) {
                connections.remove(connection);
                return connection;
            }
        }
        return connections.pollFirst();
    }

    synchronized void put(SmtpConnection connection) {
        connection.rest();
        connections.addFirst(connection);
    }

    void closeOld() {
        remove(connection -> connection.hasRestedFor(idleTimeout)).forEach(SmtpConnection::quit);
    }

    void closeAll() {
        remove(_ -> true).forEach(SmtpConnection::quit);
    }

    synchronized int size() {
        return connections.size();
    }

    private synchronized List<SmtpConnection> remove(Predicate<SmtpConnection> condition) {
        var removed = new ArrayList<SmtpConnection>();
        for (var connection : List.copyOf(connections)) {
            if (condition.test(connection)) {
                connections.remove(connection);
                removed.add(connection);
            }
        }
        return removed;
    }
}
