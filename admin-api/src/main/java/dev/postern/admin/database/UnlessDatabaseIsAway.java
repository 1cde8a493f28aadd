package dev.postern.admin.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Work on schedule that can wait until the database is back; its being away is told by others. */
public final class UnlessDatabaseIsAway {

    private static final Logger log = LoggerFactory.getLogger(UnlessDatabaseIsAway.class);

    private UnlessDatabaseIsAway() {}

    public static void run(Runnable work) {
        try {
            work.run();
        } catch (CannotCreateTransactionException
                | DataAccessResourceFailureException
                | RecoverableDataAccessException
                | TransientDataAccessException away) {
            log.debug("Done later: {}", away.toString());
        }
    }
}
