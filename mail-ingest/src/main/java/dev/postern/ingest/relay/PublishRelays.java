package dev.postern.ingest.relay;

import dev.postern.ingest.alerts.Alerts;
import dev.postern.ingest.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells Postfix which way mail leaves, and operators how much of an allowance is left, whenever that has changed. */
@Component
public class PublishRelays {

    private static final Logger LOG = LoggerFactory.getLogger(PublishRelays.class);

    private final RelayDirectory directory;
    private final RelayUsage usage;
    private final RelayTable table;
    private final Alerts alerts;
    private final Database database;
    private final InstantSource clock;
    private final MultiGauge usedGauge;
    private final MultiGauge allowanceGauge;

    private @Nullable Map<String, String> published;
    private volatile List<RelayState> states = List.of();

    PublishRelays(
            RelayDirectory directory,
            RelayUsage usage,
            RelayTable table,
            Alerts alerts,
            Database database,
            InstantSource clock,
            MeterRegistry metrics) {
        this.directory = directory;
        this.usage = usage;
        this.table = table;
        this.alerts = alerts;
        this.database = database;
        this.clock = clock;
        this.usedGauge = MultiGauge.builder("postern.ingest.relay.used")
                .description("What a relay took today and this month, by UTC")
                .register(metrics);
        this.allowanceGauge = MultiGauge.builder("postern.ingest.relay.allowance")
                .description("What a relay takes a day and a month")
                .register(metrics);
    }

    /** As they were when last looked at, in the order of their names. */
    public List<RelayState> states() {
        return states;
    }

    @Scheduled(initialDelay = 1000, fixedDelayString = "${postern.ingest.relay.read-every:10s}")
    synchronized void publish() throws IOException {
        if (!database.isUp()) {
            return;
        }
        try {
            var relays = directory.read();
            var now = clock.instant();
            var used = relays.stream().collect(Collectors.toMap(Relay::name, relay -> usage.of(relay, now)));
            states = new ChooseWays(relays, used).apply();
            tellPostfix();
            tellOperators();
        } catch (DataAccessException failure) {
            database.failed(failure);
        }
    }

    private void tellPostfix() {
        var transports = new TreeMap<String, String>();
        states.forEach(state -> transports.put(state.relay().name(), state.transport()));
        if (!transports.equals(published)) {
            table.replace(transports);
            published = transports;
            LOG.info("Mail leaves by the relays {}", transports);
        }
    }

    private void tellOperators() {
        states.forEach(state -> state.trouble().ifPresent(trouble -> tell(state, trouble)));
        usedGauge.register(rows(PublishRelays::used), true);
        allowanceGauge.register(rows(PublishRelays::allowance), true);
    }

    /** The subject has no figures in it, since an alert is a new one when its subject is. */
    private void tell(RelayState state, String trouble) {
        var name = state.relay().name();
        alerts.raise(
                "relay",
                "The allowance of the relay %s is %s".formatted(name, state.isSpent() ? "spent" : "nearly spent"),
                "The relay %s: %s. What is beyond the allowance goes by the fallback named in state/relays/%s.conf, or waits where there is none. A plan with more, or a fallback, keeps mail from waiting."
                        .formatted(name, trouble, name));
    }

    private List<MultiGauge.Row<?>> rows(Function<RelayState, Stream<MultiGauge.Row<?>>> of) {
        return states.stream().flatMap(of).collect(Collectors.toList());
    }

    private static Stream<MultiGauge.Row<?>> used(RelayState state) {
        return Stream.of(
                row(state, "day", state.used().today()),
                row(state, "month", state.used().thisMonth()));
    }

    private static Stream<MultiGauge.Row<?>> allowance(RelayState state) {
        var allowance = state.relay().allowance();
        return Stream.concat(
                allowance.daily().stream().mapToObj(limit -> row(state, "day", limit)),
                allowance.monthly().stream().mapToObj(limit -> row(state, "month", limit)));
    }

    private static MultiGauge.Row<?> row(RelayState state, String period, long value) {
        return MultiGauge.Row.of(Tags.of("relay", state.relay().name(), "period", period), value);
    }
}
