package dev.postern.backup.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets somebody end a piece of work that runs in other threads. Once asked for, it stays so. */
public final class Cancellation {

    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private volatile boolean requested;

    public boolean isRequested() {
        return requested;
    }

    /** Asks the work to end; it does so soon, not at once. */
    public void request() {
        requested = true;
        listeners.forEach(Runnable::run);
    }

    /** Has somebody told; at once, if it was asked for before. */
    Registration onRequest(Runnable listener) {
        listeners.add(listener);
        if (requested) {
            listener.run();
        }
        return () -> listeners.remove(listener);
    }

    /** Ends the interest of a listener. */
    interface Registration extends AutoCloseable {

        @Override
        void close();
    }
}
