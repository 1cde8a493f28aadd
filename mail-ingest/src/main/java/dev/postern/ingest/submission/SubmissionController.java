package dev.postern.ingest.submission;

import dev.postern.ingest.database.Database;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What Rspamd asks (infra/rspamd/lua.local.d/mail-ingest.lua), on a port that nobody else reaches. */
@RestController
final class SubmissionController {

    private final JudgeSubmission judgeSubmission;
    private final Forwards forwards;
    private final Database database;

    SubmissionController(JudgeSubmission judgeSubmission, Forwards forwards, Database database) {
        this.judgeSubmission = judgeSubmission;
        this.forwards = forwards;
        this.database = database;
    }

    @PostMapping("/v1/submissions")
    Answer judge(@RequestBody Submission submission) {
        return Answer.of(judgeSubmission.apply(submission));
    }

    @PostMapping("/v1/forwards")
    Forwarding forwarding(@RequestBody Question question) {
        return new Forwarding(question.recipients().stream().anyMatch(forwards::goesOn));
    }

    record Question(List<String> recipients) {

        Question {
            recipients = List.copyOf(recipients);
        }
    }

    /** Whether mail for any of them goes on to somewhere else. */
    record Forwarding(boolean goesOn) {}

    /** Without the database nobody knows who may send what: Rspamd puts the message off. */
    @ExceptionHandler(DataAccessException.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    void databaseAway(DataAccessException failure) {
        database.failed(failure);
    }

    record Answer(String action, @Nullable String text) {

        static Answer of(Verdict verdict) {
            return switch (verdict) {
                case Verdict.Send send -> new Answer("send", null);
                case Verdict.Refuse refusal -> new Answer("refuse", refusal.text());
                case Verdict.Later delay -> new Answer("later", delay.text());
            };
        }
    }
}
