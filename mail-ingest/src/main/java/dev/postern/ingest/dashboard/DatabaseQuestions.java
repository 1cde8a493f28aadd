package dev.postern.ingest.dashboard;

import dev.postern.ingest.receipts.Database;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Asks the database, unless it is known to be away: a page shows what there is to show without it, and soon. */
@Component
final class DatabaseQuestions {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseQuestions.class);

    private final Database database;

    DatabaseQuestions(Database database) {
        this.database = database;
    }

    /** Nothing if the database did not answer, or not in time. */
    <T> Optional<T> ask(Supplier<T> question) {
        if (!database.isUp()) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.get());
        } catch (DataAccessResourceFailureException away) {
            database.missed(away);
            return Optional.empty();
        } catch (DataAccessException failure) {
            LOG.warn("The dashboard could not read the receipts", failure);
            return Optional.empty();
        }
    }
}
