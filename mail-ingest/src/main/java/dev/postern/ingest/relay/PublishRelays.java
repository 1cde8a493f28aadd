package dev.postern.ingest.relay;

import dev.postern.ingest.receipts.Database;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells Postfix which relays there are, whenever that has changed. */
@Component
final class PublishRelays {

    private static final Logger LOG = LoggerFactory.getLogger(PublishRelays.class);

    private final RelayDirectory directory;
    private final RelayTable table;
    private final Database database;
    private @Nullable Map<String, String> published;

    PublishRelays(RelayDirectory directory, RelayTable table, Database database) {
        this.directory = directory;
        this.table = table;
        this.database = database;
    }

    @Scheduled(initialDelay = 1000, fixedDelayString = "${postern.ingest.relay.read-every:10s}")
    synchronized void publish() throws IOException {
        var transports = transports();
        if (!database.isUp() || transports.equals(published)) {
            return;
        }
        try {
            table.replace(transports);
            published = transports;
            LOG.info("Mail leaves by the relays {}", transports);
        } catch (DataAccessException away) {
            database.missed(away);
        }
    }

    private Map<String, String> transports() throws IOException {
        var transports = new TreeMap<String, String>();
        directory.read().forEach(relay -> transports.put(relay.name(), relay.transport()));
        return transports;
    }
}
