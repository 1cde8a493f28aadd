package dev.postern.ingest.queue;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what infra/postfix/queue answers to {@code list}: the lines of {@code postqueue -j} (postqueue(1), "JSON OBJECT FORMAT"),
 * and before them one {@code {"queue_id":…,"next_try":…}} for each deferred message.
 */
final class QueueListing {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private QueueListing() {}

    /** The oldest first. A line that was cut off at the end, where there are very many, is left out. */
    static List<QueuedMessage> read(String answer) {
        var lines = answer.lines()
                .map(QueueListing::object)
                .flatMap(Optional::stream)
                .toList();
        var nextTries = nextTries(lines);
        return lines.stream()
                .filter(line -> line.has("queue_name"))
                .map(QueueListing::message)
                .map(message -> message.withNextTry(nextTries.get(message.queueId())))
                .sorted(Comparator.comparing(QueuedMessage::arrivedAt))
                .toList();
    }

    private static Map<String, Instant> nextTries(List<JsonNode> lines) {
        var times = new HashMap<String, Instant>();
        for (var line : lines) {
            if (line.has("next_try")) {
                times.put(text(line, "queue_id"), seconds(line, "next_try"));
            }
        }
        return times;
    }

    private static Optional<JsonNode> object(String line) {
        try {
            return Optional.of(JSON.readTree(line)).filter(JsonNode::isObject);
        } catch (JacksonException cutOff) {
            return Optional.empty();
        }
    }

    private static QueuedMessage message(JsonNode line) {
        return new QueuedMessage(
                text(line, "queue_id"),
                text(line, "queue_name"),
                seconds(line, "arrival_time"),
                null,
                line.path("message_size").asLong(0),
                text(line, "sender"),
                line.path("recipients")
                        .valueStream()
                        .map(recipient -> new QueuedMessage.Recipient(
                                text(recipient, "address"), text(recipient, "delay_reason")))
                        .toList());
    }

    private static Instant seconds(JsonNode line, String field) {
        return Instant.ofEpochSecond(line.path(field).asLong(0));
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asString("");
    }
}
