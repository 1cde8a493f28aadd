package dev.postern.ingest.alerts;

import dev.postern.common.mail.MailAddress;
import dev.postern.ingest.database.Database;
import dev.postern.ingest.notices.NoticeSettings;
import dev.postern.ingest.notices.Notices;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Mails alerts to the operator, if there is one to mail to; each stays on the list until Postfix has it. */
@Component
final class SendAlerts {

    private static final int AT_A_TIME = 20;
    private static final Duration KEPT = Duration.ofDays(400);

    private final AlertTable table;
    private final Notices notices;
    private final Database database;
    private final InstantSource clock;
    private final NoticeSettings settings;

    SendAlerts(AlertTable table, Notices notices, Database database, InstantSource clock, NoticeSettings settings) {
        this.table = table;
        this.notices = notices;
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    @Scheduled(initialDelay = 5000, fixedDelay = 5000)
    void send() throws InterruptedException {
        if (!database.isUp()) {
            return;
        }
        try {
            for (var alert : table.unsent(AT_A_TIME)) {
                if (isTold(alert)) {
                    table.sent(alert.id());
                }
            }
        } catch (DataAccessException failure) {
            database.failed(failure);
        }
    }

    private boolean isTold(Alert alert) throws InterruptedException {
        var operator = settings.operator();
        return operator.isEmpty()
                || notices.send(
                        MailAddress.parse(operator), alert.id(), AlertMail.of(alert, operator, settings.hostname()));
    }

    @Scheduled(initialDelayString = "20m", fixedDelayString = "1d")
    void forget() {
        if (database.isUp()) {
            table.deleteOlderThan(clock.instant().minus(KEPT));
        }
    }
}
