package dev.postern.ingest.queue;

import dev.postern.ingest.database.Database;
import dev.postern.ingest.database.DatabaseQuestions;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Does what an operator wants done with a message that waits, and notes it. */
@Component
class ChangeQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeQueue.class);

    private final PostfixQueue queue;
    private final QueueActions actions;
    private final DatabaseQuestions questions;
    private final Database database;
    private final InstantSource clock;
    private final QueueSettings settings;

    ChangeQueue(
            PostfixQueue queue,
            QueueActions actions,
            DatabaseQuestions questions,
            Database database,
            InstantSource clock,
            QueueSettings settings) {
        this.queue = queue;
        this.actions = actions;
        this.questions = questions;
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    /** What came of it. */
    sealed interface Outcome {

        record Done() implements Outcome {}

        /** There is no such message any more. */
        record Gone() implements Outcome {}

        /** Nothing was done, because the database could not take it down. */
        record NotNoted() implements Outcome {}

        record Failed(String words) implements Outcome {}
    }

    Outcome apply(Action action, String queueId, String operator) {
        var found = queue.list().stream()
                .filter(message -> message.queueId().equals(queueId))
                .findFirst();
        if (found.isEmpty()) {
            return new Outcome.Gone();
        }
        return note(action, found.get(), operator)
                .map(note -> act(action, queueId, note))
                .orElseGet(Outcome.NotNoted::new);
    }

    private Optional<Long> note(Action action, QueuedMessage message, String operator) {
        LOG.info("{} wants to {} the message {} in Postfix's queue", operator, action.tag(), message.queueId());
        return questions.ask(() -> actions.note(
                clock.instant(), operator, action, message.queueId(), message.sender(), message.recipientsInWords()));
    }

    private Outcome act(Action action, String queueId, long note) {
        var result = queue.order(action, queueId);
        questions.ask(() -> {
            actions.noteResult(note, result);
            return note;
        });
        return switch (result) {
            case "done" -> new Outcome.Done();
            case "gone" -> new Outcome.Gone();
            default -> new Outcome.Failed(result);
        };
    }

    @Scheduled(initialDelayString = "15m", fixedDelayString = "1d")
    void forget() {
        if (database.isUp()) {
            actions.deleteOlderThan(clock.instant().minus(settings.retention()));
        }
    }
}
