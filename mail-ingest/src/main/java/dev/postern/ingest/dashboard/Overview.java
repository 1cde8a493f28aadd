package dev.postern.ingest.dashboard;

import dev.postern.ingest.alerts.Alert;
import dev.postern.ingest.dashboard.Rejections.Rejection;
import dev.postern.ingest.database.Database;
import dev.postern.ingest.smtp.HandoverProbe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the first page shows.
 *
 * @param alerts of the last days; none if the database could not be asked
 * @param unwritten receipts that wait for the database
 * @param figures nothing if the database could not be asked
 * @param refusals the last ones; nothing likewise
 * @param receipts the last ones; nothing likewise
 * @param startedAt since when rejections are counted
 */
record Overview(
        TimeRange range,
        List<Alert> alerts,
        HandoverProbe.State handover,
        Database.State database,
        int unwritten,
        @Nullable Figures figures,
        @Nullable List<StoredReceipt> refusals,
        @Nullable List<StoredReceipt> receipts,
        List<Rejection> rejections,
        Instant startedAt) {

    /** Differs whenever anything on the page does, so that a page that shows it need not be sent again. */
    public String version() {
        return Integer.toHexString(hashCode());
    }
}
