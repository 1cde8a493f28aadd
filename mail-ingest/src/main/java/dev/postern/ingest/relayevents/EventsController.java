package dev.postern.ingest.relayevents;

import dev.postern.ingest.database.Database;
import dev.postern.ingest.relay.PublishRelays;
import dev.postern.ingest.relay.RelayState;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where a relay posts its events: through the tunnel, like the Worker, and believed by its signature alone. */
@RestController
final class EventsController {

    private static final Logger LOG = LoggerFactory.getLogger(EventsController.class);

    /** SendGrid posts when it has 768 KB together. */
    private static final int LARGEST = 4 << 20;

    private final PublishRelays relays;
    private final RelayEvents events;
    private final Database database;
    private final InstantSource clock;
    private final JsonMapper json;

    EventsController(
            PublishRelays relays, RelayEvents events, Database database, InstantSource clock, JsonMapper json) {
        this.relays = relays;
        this.events = events;
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    @PostMapping("/v1/events/{relay}")
    ResponseEntity<Void> take(@PathVariable String relay, HttpServletRequest request) throws IOException {
        var key = keyOf(relay);
        if (key.isEmpty()) {
            return status(HttpStatus.NOT_FOUND);
        }
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return status(HttpStatus.CONTENT_TOO_LARGE);
        }
        if (!isSigned(key.get(), request, body)) {
            return status(HttpStatus.UNAUTHORIZED);
        }
        events.take(relay, read(body), clock.instant());
        return status(HttpStatus.NO_CONTENT);
    }

    private Optional<String> keyOf(String relay) {
        return relays.states().stream()
                .map(RelayState::relay)
                .filter(one -> one.name().equals(relay))
                .findFirst()
                .flatMap(one -> one.eventWebhookKey());
    }

    private static boolean isSigned(String key, HttpServletRequest request, byte[] body) {
        var signature = request.getHeader(EventSignature.SIGNATURE);
        var timestamp = request.getHeader(EventSignature.TIMESTAMP);
        return signature != null && timestamp != null && EventSignature.by(key).isValid(signature, timestamp, body);
    }

    private List<RelayEvent> read(byte[] body) {
        return json.readTree(body)
                .valueStream()
                .flatMap(event -> RelayEvent.of(event).stream())
                .toList();
    }

    /** Without the database nothing is taken down, and the relay posts again. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    void databaseAway(NestedRuntimeException failure) {
        database.failed(failure);
    }

    /** The relay posts again for a day; time enough for the operator to read this. */
    @ExceptionHandler(IllegalArgumentException.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    void unusableKey(IllegalArgumentException unusable) {
        LOG.error("Events of a relay cannot be verified: {}. Copy the key again into its file", unusable.getMessage());
    }

    @ExceptionHandler(JacksonException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    void noJson() {}

    private static ResponseEntity<Void> status(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
