package dev.postern.ingest.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.Sha256;
import dev.postern.ingest.database.DatabaseQuestions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes alerts: the log and a metric tell of each, the first page shows it, and an operator gets it by mail, once a day. */
@Component
public class Alerts {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
    private static final Duration SHOWN = Duration.ofDays(7);
    private static final int MOST = 20;

    private final AlertTable table;
    private final DatabaseQuestions questions;
    private final InstantSource clock;
    private final MeterRegistry metrics;

    Alerts(AlertTable table, DatabaseQuestions questions, InstantSource clock, MeterRegistry metrics) {
        this.table = table;
        this.questions = questions;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Tells operators something, unless they were told the same today (UTC).
     *
     * @param kind for the metric: {@code sending_limit} or {@code relay}
     */
    public void raise(String kind, String subject, String text) {
        var now = clock.instant();
        var alert = new Alert(idOf(subject, now), now, subject, text);
        if (questions.ask(() -> table.add(alert)).orElse(true)) {
            metrics.counter("postern.ingest.alerts", "kind", kind).increment();
            LOG.warn("{}. {}", subject, text);
        }
    }

    /** Those of the last seven days, the latest first. */
    public List<Alert> latest() {
        return table.since(clock.instant().minus(SHOWN), MOST);
    }

    private static Sha256 idOf(String subject, Instant now) {
        return Sha256.of((now.atOffset(ZoneOffset.UTC).toLocalDate() + " " + subject).getBytes(UTF_8));
    }
}
