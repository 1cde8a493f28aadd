package dev.postern.acceptance;

import static dev.postern.acceptance.MessageBuilder.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Any component may die at any moment: a sender that keeps trying loses nothing. */
class KilledIT {

    private static final int MESSAGES = 500;
    private static final int SENDERS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Duration RETRY = Duration.ofMillis(200);

    private final Platform platform = Platform.get();
    private final Mailbox mailbox = platform.newMailbox();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();

    @ParameterizedTest
    @EnumSource
    void nothing_is_lost_when_it_is_killed_in_the_middle_of_a_stream(Component victim) throws Exception {
        var waiting = new ConcurrentLinkedQueue<MessageBuilder>();
        var sent = new HashSet<String>();
        for (int number = 0; number < MESSAGES; number++) {
            var message = aMessage().filledTo(4_000);
            sent.add("Message " + message.marker());
            waiting.add(message);
        }

        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int sender = 0; sender < SENDERS; sender++) {
                senders.execute(() -> sendAll(waiting));
            }
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() -> assertThat(accepted)
                            .as(() -> "accepted before anything is killed; answers so far: " + answers)
                            .hasValueGreaterThanOrEqualTo(MESSAGES / 3));
            victim.crash();
        }

        assertThat(accepted).hasValue(MESSAGES);
        victim.awaitHealthy();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(mailbox.headerValues("INBOX", "Subject")).containsAll(sent));
        var copies = mailbox.headerValues("INBOX", "Subject").size();
        System.out.printf(
                "%s killed: %d of %d messages present, %d duplicates%n",
                victim.service(), sent.size(), MESSAGES, copies - sent.size());
    }

    private void sendAll(Queue<MessageBuilder> waiting) {
        for (var message = waiting.poll(); message != null; message = waiting.poll()) {
            var next = message;
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(RETRY)
                    .until(() -> isAccepted(next.again().bytes()));
            accepted.incrementAndGet();
        }
    }

    private boolean isAccepted(byte[] message) {
        try {
            var answer = platform.ingest().send("somebody@sender.example", mailbox.address(), message);
            int status = answer.statusCode();
            answers.merge(status == 200 ? "200" : status + " " + answer.body(), 1, Integer::sum);
            assertThat(status).as("a fault of ours must never bounce a message").isNotEqualTo(422);
            return status == 200;
        } catch (IOException notReachable) {
            answers.merge(notReachable.toString(), 1, Integer::sum);
            return false;
        }
    }
}
