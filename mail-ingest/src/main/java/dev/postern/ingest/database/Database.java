package dev.postern.ingest.database;

import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Whether the database is there, as far as we know; so that nobody waits for one that is not. */
@Component
public class Database {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final InstantSource clock;
    private volatile State state;

    public Database(InstantSource clock) {
        this.clock = clock;
        this.state = new State(false, clock.instant(), "not asked yet");
    }

    public boolean isUp() {
        return state.up();
    }

    public State state() {
        return state;
    }

    public synchronized void found() {
        if (!state.up()) {
            state = new State(true, clock.instant(), "");
            LOG.info("The database is there: receipts are being written");
        }
    }

    /** Somebody asked in vain. From now on it is asked only whether it is back. */
    public synchronized void missed(Exception failure) {
        var problem = rootOf(failure).getMessage();
        if (state.up() || state.problem().equals("not asked yet")) {
            state = new State(false, clock.instant(), String.valueOf(problem));
            LOG.warn("The database is away; mail is delivered all the same, receipts wait in memory: {}", problem);
        }
    }

    /** Somebody's question failed: for want of the database, or because the question is wrong, which is ours to mend. */
    public void failed(RuntimeException failure) {
        if (failure instanceof DataAccessResourceFailureException
                || failure instanceof CannotCreateTransactionException) {
            missed(failure);
        } else {
            LOG.error("The database did not do as asked", failure);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        var cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
    }

    /**
     * What we know of it.
     *
     * @param since when it has been so
     * @param problem that whoever asked last had with it; empty while it is there
     */
    public record State(boolean up, Instant since, String problem) {}
}
