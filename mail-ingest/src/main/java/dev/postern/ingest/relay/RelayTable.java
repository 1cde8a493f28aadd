package dev.postern.ingest.relay;

import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The table {@code relay}, which Postfix reads through the view {@code ingest_view.relay} for each message that leaves. */
@Component
class RelayTable {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    RelayTable(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Puts all of them in the place of what was there.
     *
     * @param transports by the relay's name
     */
    void replace(Map<String, String> transports) {
        transaction.executeWithoutResult(_ -> {
            jdbc.update("DELETE FROM relay");
            transports.forEach((name, transport) ->
                    jdbc.update("INSERT INTO relay (name, transport) VALUES (?, ?)", name, transport));
        });
    }
}
