package dev.postern.ingest.dashboard;

import dev.postern.ingest.alerts.Alerts;
import dev.postern.ingest.database.Database;
import dev.postern.ingest.database.DatabaseQuestions;
import dev.postern.ingest.receipts.Unwritten;
import dev.postern.ingest.smtp.HandoverProbe;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what the first page shows. */
@Component
final class LookAround {

    private static final int LAST = 10;

    private final DatabaseQuestions questions;
    private final Alerts alerts;
    private final History history;
    private final ReceiptArchive archive;
    private final Rejections rejections;
    private final HandoverProbe handover;
    private final Database database;
    private final Unwritten unwritten;

    LookAround(
            DatabaseQuestions questions,
            Alerts alerts,
            History history,
            ReceiptArchive archive,
            Rejections rejections,
            HandoverProbe handover,
            Database database,
            Unwritten unwritten) {
        this.questions = questions;
        this.alerts = alerts;
        this.history = history;
        this.archive = archive;
        this.rejections = rejections;
        this.handover = handover;
        this.database = database;
        this.unwritten = unwritten;
    }

    Overview over(TimeRange range) {
        var known = questions.ask(alerts::latest);
        var figures = questions.ask(() -> history.figures(range));
        var refusals = questions.ask(() -> last(Optional.of(Outcome.REFUSED)));
        var receipts = questions.ask(() -> last(Optional.empty()));
        // Asked last: a question in vain tells that the database is away.
        return new Overview(
                range,
                known.orElse(List.of()),
                handover.state(),
                database.state(),
                unwritten.size(),
                figures.orElse(null),
                refusals.orElse(null),
                receipts.orElse(null),
                rejections.list(),
                rejections.since());
    }

    private List<StoredReceipt> last(Optional<Outcome> outcome) {
        return archive.find(new Search.Everything(), outcome, Optional.empty(), LAST);
    }
}
