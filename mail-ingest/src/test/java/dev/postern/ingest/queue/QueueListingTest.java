package dev.postern.ingest.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.queue.QueuedMessage.Recipient;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueListingTest {

    private static final String NEXT_TRY = """
            {"queue_id":"4jZ8M6319vzC9J4","next_try":1764050400}
            """;
    private static final String DEFERRED = """
            {"queue_name": "deferred", "queue_id": "4jZ8M6319vzC9J4", "arrival_time": 1764050000, "message_size": 1234, \
            "forced_expire": false, "sender": "a@demo.example", "recipients": \
            [{"address": "b@outside.example", "delay_reason": "said \\"later\\""}, {"address": "c@outside.example"}]}
            """;
    private static final String HELD = """
            {"queue_name": "hold", "queue_id": "4jZ8M6319vzC9J5", "arrival_time": 1764049000, "message_size": 1, \
            "forced_expire": false, "sender": "", "recipients": [{"address": "d@demo.example"}]}
            """;

    @Test
    void tellsTheOldestFirstWithWhyAndUntilWhenItWaits() {
        assertThat(QueueListing.read(NEXT_TRY + DEFERRED + HELD))
                .containsExactly(
                        new QueuedMessage(
                                "4jZ8M6319vzC9J5",
                                "hold",
                                Instant.parse("2025-11-25T05:36:40Z"),
                                null,
                                1,
                                "",
                                List.of(new Recipient("d@demo.example", ""))),
                        new QueuedMessage(
                                "4jZ8M6319vzC9J4",
                                "deferred",
                                Instant.parse("2025-11-25T05:53:20Z"),
                                Instant.parse("2025-11-25T06:00:00Z"),
                                1234,
                                "a@demo.example",
                                List.of(
                                        new Recipient("b@outside.example", "said \"later\""),
                                        new Recipient("c@outside.example", ""))));
    }

    @Test
    void anEmptyQueueIsAnEmptyList() {
        assertThat(QueueListing.read("")).isEmpty();
    }

    @Test
    void aLineThatWasCutOffIsLeftOut() {
        assertThat(QueueListing.read(HELD + DEFERRED.substring(0, 100)))
                .extracting(QueuedMessage::queueId)
                .containsExactly("4jZ8M6319vzC9J5");
    }
}
