package dev.postern.ingest.dashboard;

import dev.postern.common.mail.Sha256;
import dev.postern.common.mail.TraceId;
import dev.postern.ingest.database.DatabaseQuestions;
import dev.postern.ingest.delivery.DeliveryKey;
import dev.postern.ingest.journal.Delivery;
import dev.postern.ingest.journal.SentArchive;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks receipts up for the pages that list them. All of it answers nothing when the database could not be asked. */
@Component
final class ReceiptSearch {

    static final int PAGE = 50;

    /** A sender that tries for five days does so some 50 times. */
    private static final int MOST_OF_ONE_MESSAGE = 100;

    private final DatabaseQuestions questions;
    private final ReceiptArchive archive;
    private final SentArchive journal;

    ReceiptSearch(DatabaseQuestions questions, ReceiptArchive archive, SentArchive journal) {
        this.questions = questions;
        this.archive = archive;
        this.journal = journal;
    }

    Optional<Page> page(Wish wish) {
        return questions
                .ask(() -> archive.find(wish.search(), wish.outcome(), wish.before(), PAGE + 1))
                .map(Page::of);
    }

    /** What is known of one trace; there is more than one receipt when the edge itself tried again. */
    Optional<Trace> trace(TraceId traceId) {
        return questions.ask(() -> {
            var receipts =
                    archive.find(new Search.ByTrace(traceId), Optional.empty(), Optional.empty(), MOST_OF_ONE_MESSAGE);
            return new Trace(receipts, deliveriesOf(receipts), sameMessage(receipts, traceId));
        });
    }

    private List<Delivery> deliveriesOf(List<StoredReceipt> receipts) {
        var queueIds = receipts.stream()
                .flatMap(receipt -> Stream.ofNullable(receipt.queueId()))
                .toList();
        return journal.deliveriesOf(queueIds).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<StoredReceipt> sameMessage(List<StoredReceipt> receipts, TraceId traceId) {
        return receipts.stream()
                .flatMap(receipt -> Stream.ofNullable(receipt.deliveryKey()))
                .findFirst()
                .map(key -> archive.find(byKey(key), Optional.empty(), Optional.empty(), MOST_OF_ONE_MESSAGE))
                .orElse(List.of())
                .stream()
                .filter(receipt -> !receipt.traceId().equals(traceId.value()))
                .toList();
    }

    private static Search byKey(String hex) {
        return new Search.ByKey(new DeliveryKey(Sha256.fromBytes(HexFormat.of().parseHex(hex))));
    }

    /** @param next where the following page begins; nothing if this is the last */
    record Page(List<StoredReceipt> receipts, @Nullable Position next) {

        private static Page of(List<StoredReceipt> found) {
            var shown = found.subList(0, Math.min(PAGE, found.size()));
            return new Page(
                    List.copyOf(shown), found.size() > PAGE ? shown.getLast().position() : null);
        }
    }

    /**
     * All that is known of a message.
     *
     * @param deliveries what Postfix did with it
     * @param sameMessage receipts with another trace id and the same delivery key
     */
    record Trace(List<StoredReceipt> receipts, List<Delivery> deliveries, List<StoredReceipt> sameMessage) {}
}
