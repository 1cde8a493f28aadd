package dev.postern.acceptance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What mail-ingest's REST interface tells of the one message that a mailbox has sent to one recipient. */
record Journal(Mailbox sender) {

    /** Waits until the message has come so far, and gives its delivery. */
    JsonNode wayOf(Predicate<JsonNode> farEnough) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> api().get("sent/" + message().path("queueId").asString()), farEnough)
                .path("deliveries")
                .path(0);
    }

    JsonNode message() {
        return api().get("sent?search=" + sender.address()).path("messages").path(0);
    }

    private IngestApi api() {
        return new IngestApi(sender.platform());
    }
}
