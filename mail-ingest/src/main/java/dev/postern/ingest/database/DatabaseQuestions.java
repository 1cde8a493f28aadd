package dev.postern.ingest.database;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Asks the database, unless it is known to be away: a page shows what there is to show without it, and soon. */
@Component
public final class DatabaseQuestions {

    private final Database database;

    DatabaseQuestions(Database database) {
        this.database = database;
    }

    /** Nothing if the database did not answer, or not in time. */
    public <T> Optional<T> ask(Supplier<T> question) {
        if (!database.isUp()) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.get());
        } catch (DataAccessException failure) {
            database.failed(failure);
            return Optional.empty();
        }
    }
}
