package dev.postern.ingest.relay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much the relays took, by the journal of deliveries. Also what a relay took in the place of another counts for it. */
@Component
class RelayUsage {

    private final JdbcClient jdbc;

    RelayUsage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Allowance.Used of(Relay relay, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new Allowance.Used(
                since(relay, today.atStartOfDay()),
                since(relay, today.withDayOfMonth(1).atStartOfDay()));
    }

    private long since(Relay relay, LocalDateTime start) {
        var counted = relay.allowance().perRecipient() ? "*" : "DISTINCT queue_id";
        return jdbc.sql("""
                        SELECT COUNT(%s) FROM delivery
                        WHERE relay_host = :host AND state = 'sent' AND last_at >= :start""".formatted(counted))
                .param("host", relay.host())
                .param("start", start)
                .query(Long.class)
                .single();
    }
}
