package dev.postern.admin.surroundings;

import dev.postern.admin.surroundings.Neighbours.NoAnswer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What mail-ingest knows of the mail that comes and goes. */
@Component
class IngestApi {

    private static final Logger log = LoggerFactory.getLogger(IngestApi.class);
    private static final int OK = 200;

    private final Neighbours neighbours;
    private final URI place;
    private final JsonMapper json;

    IngestApi(Neighbours neighbours, SurroundingsSettings settings, JsonMapper json) {
        this.neighbours = neighbours;
        this.place = settings.ingest();
        // What it says beyond this is none of our business.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
    }

    Optional<Traffic> traffic() {
        return ask("/api/v1/traffic", Traffic.class);
    }

    /** The latest first. */
    Optional<List<Alert>> alerts() {
        return ask("/api/v1/alerts", Alert[].class).map(List::of);
    }

    private <T> Optional<T> ask(String path, Class<T> type) {
        try {
            var answer = neighbours.get(place.resolve(path));
            return answer.statusCode() == OK ? Optional.of(json.readValue(answer.body(), type)) : Optional.empty();
        } catch (NoAnswer | JacksonException silence) {
            log.debug("mail-ingest does not say {}", path, silence);
            return Optional.empty();
        }
    }
}
