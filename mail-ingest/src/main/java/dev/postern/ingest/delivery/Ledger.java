package dev.postern.ingest.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.InetAddress;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down what became of each request: a receipt, a line in the log, and the figures of the metrics. */
@Component
class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger("dev.postern.ingest.messages");

    private final Receipts receipts;
    private final MeterRegistry metrics;
    private final DistributionSummary sizes;

    Ledger(Receipts receipts, MeterRegistry metrics) {
        this.receipts = receipts;
        this.metrics = metrics;
        this.sizes = DistributionSummary.builder("postern.ingest.message.size")
                .baseUnit("bytes")
                .description("Size of the messages that were read")
                .register(metrics);
    }

    void enter(Receipt receipt) {
        receipts.remember(receipt);
        var outcome = receipt.outcome();
        count(outcome.tag(), outcome.reason().tag());
        time(outcome.tag(), receipt.duration());
        sizes.record((double) receipt.size());
        log(receipt);
    }

    /** A request that never became a message: there is nothing to remember of it. */
    void reject(String reason, String detail) {
        count("rejected", reason);
        LOG.atInfo()
                .addKeyValue("outcome", "rejected")
                .addKeyValue("reason", reason)
                .log("Request rejected: {}", detail);
    }

    private void count(String outcome, String reason) {
        Counter.builder("postern.ingest.messages")
                .tag("outcome", outcome)
                .tag("reason", reason)
                .description("Requests by what became of them")
                .register(metrics)
                .increment();
    }

    private void time(String outcome, Duration duration) {
        Timer.builder("postern.ingest.message.duration")
                .tag("outcome", outcome)
                .description("From the first byte of a request to its outcome")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(30))
                .register(metrics)
                .record(duration);
    }

    private static void log(Receipt receipt) {
        var outcome = receipt.outcome();
        LOG.atInfo()
                .addKeyValue("outcome", outcome.tag())
                .addKeyValue("reason", outcome.reason().tag())
                .addKeyValue("from", receipt.envelope().reversePath().toString())
                .addKeyValue("to", receipt.envelope().recipient().toString())
                .addKeyValue("size", receipt.size())
                .addKeyValue(
                        "client",
                        receipt.client()
                                .address()
                                .map(InetAddress::getHostAddress)
                                .orElse("unknown"))
                .addKeyValue("durationMs", receipt.duration().toMillis())
                .addKeyValue(
                        "deliveryKey",
                        receipt.deliveryKey().map(DeliveryKey::toString).orElse(""))
                .log("Message {}: {}", outcome.tag(), textOf(outcome));
    }

    private static String textOf(DeliveryOutcome outcome) {
        return switch (outcome) {
            case DeliveryOutcome.Accepted accepted -> accepted.reply().toString();
            case DeliveryOutcome.Refused refused -> refused.reply().toString();
            case DeliveryOutcome.Deferred deferred -> deferred.text();
        };
    }
}
