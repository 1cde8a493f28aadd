package dev.postern.admin.audit;

import dev.postern.admin.access.Actor;
import dev.postern.admin.access.CurrentActor;
import dev.postern.common.mail.DomainName;
import dev.postern.common.mail.Sha256;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcAuditLog implements AuditLog {

    private static final Logger log = LoggerFactory.getLogger(JdbcAuditLog.class);

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batch;
    private final ObjectProvider<AuditChain> chain;
    private final CurrentActor current;
    private final InstantSource clock;
    private final JsonMapper json;

    JdbcAuditLog(
            JdbcClient jdbc,
            NamedParameterJdbcOperations batch,
            ObjectProvider<AuditChain> chain,
            CurrentActor current,
            InstantSource clock,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.chain = chain;
        this.current = current;
        this.clock = clock;
        this.json = json;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(AuditEvent event) {
        addAll(List.of(event));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void addAll(List<AuditEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var actor = current.get();
        var head = jdbc.sql("select id, hash from audit_head for update")
                .query((row, _) -> new Head(row.getLong("id"), AuditRow.hash(row)))
                .single();
        var entries = new ArrayList<AuditEntry>();
        for (var event : events) {
            var entry = entry(head, actor, event);
            entries.add(entry);
            head = new Head(entry.id(), entry.hash());
        }
        insert(entries);
        jdbc.sql("update audit_head set id = :id, hash = :hash")
                .param("id", head.id)
                .param("hash", head.hash.bytes())
                .update();
        entries.forEach(JdbcAuditLog::tell);
    }

    private static void tell(AuditEntry entry) {
        log.atInfo()
                .addKeyValue("auditId", entry.id())
                .addKeyValue("auditHash", entry.hash())
                .log(
                        "{} {}: {} {}",
                        entry.kind().name().toLowerCase(Locale.ROOT),
                        entry.actor(),
                        entry.action(),
                        entry.subject());
    }

    private AuditEntry entry(Head head, Actor actor, AuditEvent event) {
        var bare = new AuditEntry(
                head.id + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.kind(),
                actor.name(),
                actor.address(),
                event.action(),
                event.subject(),
                event.domain().map(DomainName::ascii),
                event.before().map(this::written),
                event.after().map(this::written),
                head.hash);
        return bare.withHash(chain.getObject().hash(head.hash, bare));
    }

    private String written(Snapshot snapshot) {
        return json.writeValueAsString(snapshot.values());
    }

    private void insert(List<AuditEntry> entries) {
        batch.batchUpdate("""
                        insert into audit.entry
                          (id, at, kind, actor, address, action, subject, domain, before_state, after_state, hash)
                        values
                          (:id, :at, :kind, :actor, :address, :action, :subject, :domain, :before, :after, :hash)""", entries.stream().map(JdbcAuditLog::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(AuditEntry entry) {
        return new MapSqlParameterSource()
                .addValue("id", entry.id())
                .addValue("at", utc(entry.at()))
                .addValue("kind", entry.kind().name().toLowerCase(Locale.ROOT))
                .addValue("actor", entry.actor())
                .addValue("address", entry.address().orElse(null))
                .addValue("action", entry.action())
                .addValue("subject", entry.subject())
                .addValue("domain", entry.domain().orElse(null))
                .addValue("before", entry.before().orElse(null))
                .addValue("after", entry.after().orElse(null))
                .addValue("hash", entry.hash().bytes());
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private record Head(long id, Sha256 hash) {}
}
