package dev.postern.ingest.delivery;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.REQUEST_TIMEOUT;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.postern.common.mail.EnhancedStatusCode;
import dev.postern.common.mail.SmtpReply;
import dev.postern.common.mail.TraceId;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Answers as HTTP has them: a receipt, or a problem (RFC 9457). */
final class HttpAnswer {

    private static final EnhancedStatusCode UNSPECIFIED = new EnhancedStatusCode(5, 0, 0);
    private static final Duration A_WINDOW = Duration.ofMinutes(5);

    private HttpAnswer() {}

    static ResponseEntity<?> of(Answer answer) {
        return switch (answer) {
            case Answer.Judged(var traceId, var key, var outcome) -> judged(traceId, key, outcome);
            case Answer.NotBelieved(var fault) -> send(problem(UNAUTHORIZED, fault.tag(), fault.text()));
            case Answer.Unusable(var text) -> send(problem(BAD_REQUEST, "malformed", text));
            case Answer.TooSlow() ->
                send(problem(REQUEST_TIMEOUT, "too_slow", "The body did not come in time. Send the message again."));
            case Answer.TooMany() ->
                sendLater(problem(TOO_MANY_REQUESTS, "too_many_signatures", "Send the message again later."), A_WINDOW);
        };
    }

    private static ResponseEntity<?> judged(TraceId traceId, Optional<DeliveryKey> key, DeliveryOutcome outcome) {
        return switch (outcome) {
            case DeliveryOutcome.Accepted(var reply, var duplicate) ->
                ResponseEntity.ok(new Accepted(new AcceptedReceipt(
                        traceId.value(),
                        key.map(DeliveryKey::toString).orElse(""),
                        outcome.tag(),
                        duplicate,
                        reply.toString())));
            case DeliveryOutcome.Refused(var reason, var reply) -> send(refused(traceId, reason, reply));
            case DeliveryOutcome.Deferred(var reason, var retryAfter, var text) -> {
                var problem = problem(statusOf(reason), reason.tag(), text + " Send the message again later.");
                problem.setProperty("traceId", traceId.value());
                yield sendLater(problem, retryAfter);
            }
        };
    }

    private static HttpStatus statusOf(Reason reason) {
        return reason == Reason.BUSY ? TOO_MANY_REQUESTS : SERVICE_UNAVAILABLE;
    }

    private static ProblemDetail refused(TraceId traceId, Reason reason, SmtpReply reply) {
        var problem = problem(
                UNPROCESSABLE_CONTENT, reason.tag(), "The message is refused for good. Tell its sender: " + reply);
        problem.setProperty("traceId", traceId.value());
        var enhanced = reply.enhanced();
        problem.setProperty(
                "smtp", new Smtp(reply.code(), (enhanced == null ? UNSPECIFIED : enhanced).toString(), reply.text()));
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String type, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:postern:ingest:" + type));
        return problem;
    }

    private static ResponseEntity<ProblemDetail> send(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<ProblemDetail> sendLater(ProblemDetail problem, Duration retryAfter) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private record Accepted(AcceptedReceipt receipt) {}

    private record AcceptedReceipt(
            String traceId, String deliveryKey, String outcome, boolean duplicate, String reply) {}

    private record Smtp(int code, String enhanced, String text) {}
}
