package dev.postern.admin.surroundings;

import dev.postern.admin.surroundings.Neighbours.NoAnswer;
import dev.postern.common.mail.DomainName;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The DKIM keys of our domains, which dkim-tools keeps. Empty is what it does not tell now. */
@Component
public class DkimKeys {

    private static final Logger log = LoggerFactory.getLogger(DkimKeys.class);
    private static final String KEYS = "/api/v1/keys";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;

    private final Neighbours neighbours;
    private final URI place;
    private final JsonMapper json;

    DkimKeys(Neighbours neighbours, SurroundingsSettings settings, JsonMapper json) {
        this.neighbours = neighbours;
        this.place = settings.dkim();
        this.json = json;
    }

    /** The domains that have keys. */
    Optional<Set<DomainName>> domains() {
        return ask(
                KEYS,
                answer -> answer.statusCode() == OK
                        ? Optional.of(parts(json.readTree(answer.body()), "domains")
                                .map(one -> DomainName.parse(one.path("domain").asString()))
                                .collect(Collectors.toSet()))
                        : Optional.empty());
    }

    /** What is to be published for the keys that sign now; an empty list while a domain has none. */
    public Optional<List<DkimRecord>> recordsOf(DomainName domain) {
        return ask(KEYS + "/" + domain.ascii(), answer -> switch (answer.statusCode()) {
            case OK -> Optional.of(active(json.readTree(answer.body())));
            case NOT_FOUND -> Optional.of(List.of());
            default -> Optional.empty();
        });
    }

    /**
     * Makes keys for a domain, which sign at once if they are its first.
     *
     * @return whether there are keys now
     */
    public boolean make(DomainName domain) {
        try {
            var wanted = json.createObjectNode().put("domain", domain.ascii());
            return neighbours.post(place.resolve(KEYS), wanted.toString()).statusCode() == CREATED;
        } catch (NoAnswer silence) {
            return false;
        }
    }

    /** What is no answer of dkim-tools says nothing. */
    private <T> Optional<T> ask(String path, Function<HttpResponse<String>, Optional<T>> reader) {
        try {
            return reader.apply(neighbours.get(place.resolve(path)));
        } catch (NoAnswer | JacksonException | IllegalArgumentException silence) {
            log.debug("dkim-tools does not say {}", path, silence);
            return Optional.empty();
        }
    }

    private static List<DkimRecord> active(JsonNode domain) {
        return parts(domain, "pairs")
                .filter(pair -> pair.path("active").asBoolean())
                .flatMap(pair -> parts(pair, "keys"))
                .map(key -> key.path("record"))
                .map(record -> new DkimRecord(
                        record.path("name").asString(), record.path("value").asString()))
                .toList();
    }

    private static Stream<JsonNode> parts(JsonNode whole, String name) {
        var parts = whole.path(name);
        if (!parts.isArray()) {
            throw new IllegalArgumentException("there are no " + name);
        }
        return parts.valueStream();
    }
}
