package dev.postern.ingest.dashboard;

import dev.postern.ingest.database.DatabaseQuestions;
import dev.postern.ingest.journal.SentArchive;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The last 24 hours in a few figures, for scripts and for the page of accounts. */
@RestController
final class TrafficApi {

    private final DatabaseQuestions questions;
    private final History history;
    private final SentArchive sent;

    TrafficApi(DatabaseQuestions questions, History history, SentArchive sent) {
        this.questions = questions;
        this.history = history;
        this.sent = sent;
    }

    @GetMapping("/api/v1/traffic")
    Traffic traffic() {
        return questions
                .ask(() -> of(history.figures(TimeRange.DAY)))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The database is away or did not answer in time. Check MariaDB, then ask again."));
    }

    private Traffic of(Figures figures) {
        var since = figures.period().start();
        var total = figures.total();
        return new Traffic(
                since,
                total.count(Outcome.ACCEPTED),
                total.count(Outcome.REFUSED),
                total.count(Outcome.DEFERRED),
                sent.countSince(since));
    }
}
