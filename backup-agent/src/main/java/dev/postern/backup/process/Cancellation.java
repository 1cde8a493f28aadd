package dev.postern.backup.process;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets somebody end a piece of work that runs in other threads. Once asked for, it stays so. */
public final class Cancellation {

    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final CountDownLatch requested = new CountDownLatch(1);

    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Does nothing for that long, or until it is asked for. */
    public void rest(Duration pause) {
        try {
            requested.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            request();
        }
    }

    /** Asks the work to end; it does so soon, not at once. */
    public void request() {
        requested.countDown();
        listeners.forEach(Runnable::run);
    }

    /** Has somebody told; at once, if it was asked for before. */
    Registration onRequest(Runnable listener) {
        listeners.add(listener);
        if (isRequested()) {
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
