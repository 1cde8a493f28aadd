package dev.postern.ingest.submission;

import dev.postern.ingest.receipts.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What Rspamd asks (infra/rspamd/lua.local.d/submission.lua), on a port that nobody else reaches. */
@RestController
final class SubmissionController {

    private final JudgeSubmission judgeSubmission;
    private final Database database;

    SubmissionController(JudgeSubmission judgeSubmission, Database database) {
        this.judgeSubmission = judgeSubmission;
        this.database = database;
    }

    @PostMapping("/v1/submissions")
    Answer judge(@RequestBody Submission submission) {
        return Answer.of(judgeSubmission.apply(submission));
    }

    /** Without the database nobody knows who may send what: Rspamd puts the message off. */
    @ExceptionHandler(DataAccessException.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    void databaseAway(DataAccessException failure) {
        database.missed(failure);
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
