package dev.postern.ingest.dashboard;

import dev.postern.ingest.database.DatabaseQuestions;
import dev.postern.ingest.journal.SentArchive;
import dev.postern.ingest.journal.SentMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where is my mail? One search over what came in and what was sent. */
@Component
final class FindMail {

    private static final int MOST = 50;

    private final DatabaseQuestions questions;
    private final ReceiptArchive receipts;
    private final SentArchive sent;

    FindMail(DatabaseQuestions questions, ReceiptArchive receipts, SentArchive sent) {
        this.questions = questions;
        this.receipts = receipts;
        this.sent = sent;
    }

    /**
     * The newest that match, the newest first.
     *
     * @return nothing when the database could not be asked
     */
    Optional<List<Passage>> matching(String search) {
        return questions.ask(() -> Stream.concat(in(search), out(search))
                .sorted(Comparator.comparing(Passage::at).reversed())
                .limit(MOST)
                .toList());
    }

    private Stream<Passage> in(String search) {
        var found = Search.parse(search)
                .map(wanted -> receipts.find(wanted, Optional.empty(), Optional.empty(), MOST))
                .orElse(List.of());
        var deliveries = sent.deliveriesOf(found.stream()
                .map(StoredReceipt::queueId)
                .filter(Objects::nonNull)
                .toList());
        return found.stream()
                .map(receipt -> Passage.of(
                        receipt,
                        deliveries.getOrDefault(Objects.requireNonNullElse(receipt.queueId(), ""), List.of())));
    }

    private Stream<Passage> out(String search) {
        var found = sent.find(search, Long.MAX_VALUE).messages();
        var deliveries =
                sent.deliveriesOf(found.stream().map(SentMessage::queueId).toList());
        return found.stream()
                .map(message -> Passage.of(message, deliveries.getOrDefault(message.queueId(), List.of())));
    }
}
