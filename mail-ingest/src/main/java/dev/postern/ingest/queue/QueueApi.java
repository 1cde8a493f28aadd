package dev.postern.ingest.queue;

import dev.postern.ingest.queue.ChangeQueue.Outcome;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The queue for scripts. */
@RestController
@RequestMapping("/api/v1/queue")
final class QueueApi {

    private static final String OPERATOR = "API token";
    private static final int LATEST = 100;

    private final PostfixQueue queue;
    private final ChangeQueue changeQueue;
    private final QueueActions actions;

    QueueApi(PostfixQueue queue, ChangeQueue changeQueue, QueueActions actions) {
        this.queue = queue;
        this.changeQueue = changeQueue;
        this.actions = actions;
    }

    @GetMapping
    List<QueuedMessage> list() {
        return queue.list();
    }

    @GetMapping("/actions")
    List<QueueActions.Done> actions() {
        return actions.latest(LATEST);
    }

    @PostMapping("/{queueId}/{action}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable String queueId, @PathVariable String action) {
        var wanted = Action.ofTag(action)
                .orElseThrow(() -> problem(
                        HttpStatus.NOT_FOUND, "There is no action %s: it is retry, hold, release or delete.", action));
        switch (changeQueue.apply(wanted, queueId, OPERATOR)) {
            case Outcome.Done() -> {}
            case Outcome.Gone() -> throw problem(HttpStatus.NOT_FOUND, "There is no message %s in the queue.", queueId);
            case Outcome.NotNoted() ->
                throw problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Nothing was done with %s: the database is away, so it cannot be noted. Check MariaDB.",
                        queueId);
            case Outcome.Failed(var words) -> throw problem(HttpStatus.BAD_GATEWAY, "Postfix says: %s", words);
        }
    }

    @ExceptionHandler
    ProblemDetail away(QueueAway away) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, away.getMessage() + ". ./postern status, ./postern logs postfix.");
    }

    private static ResponseStatusException problem(HttpStatus status, String text, String about) {
        return new ResponseStatusException(status, text.formatted(about));
    }
}
