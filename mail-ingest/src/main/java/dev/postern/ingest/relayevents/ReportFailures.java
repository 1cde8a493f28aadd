package dev.postern.ingest.relayevents;

import dev.postern.common.mail.MailAddress;
import dev.postern.ingest.database.Database;
import dev.postern.ingest.notices.NoticeSettings;
import dev.postern.ingest.notices.Notices;
import dev.postern.ingest.relayevents.RelayEvents.Unreported;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells senders what a relay told us. A report is taken off the list once Postfix has it; should this process end in between, it
 * goes out again under the same delivery key, and the mailbox drops it.
 */
@Component
final class ReportFailures {

    private static final int AT_A_TIME = 50;

    private final RelayEvents events;
    private final Notices notices;
    private final Database database;
    private final NoticeSettings settings;

    ReportFailures(RelayEvents events, Notices notices, Database database, NoticeSettings settings) {
        this.events = events;
        this.notices = notices;
        this.database = database;
        this.settings = settings;
    }

    @Scheduled(initialDelay = 5000, fixedDelay = 5000)
    void report() throws InterruptedException {
        if (!database.isUp()) {
            return;
        }
        try {
            for (var failure : events.unreported(AT_A_TIME)) {
                if (isTold(failure)) {
                    events.reported(failure.id());
                }
            }
        } catch (DataAccessException failure) {
            database.failed(failure);
        }
    }

    private boolean isTold(Unreported failure) throws InterruptedException {
        return notices.send(
                MailAddress.parse(failure.login()), failure.id(), Report.about(failure, settings.hostname()));
    }
}
