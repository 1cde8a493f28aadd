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
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcAuditLog implements AuditLog {

    private static final Logger log = LoggerFactory.getLogger(JdbcAuditLog.class);

    private final JdbcClient jdbc;
    private final ObjectProvider<AuditChain> chain;
    private final CurrentActor current;
    private final InstantSource clock;
    private final JsonMapper json;

    JdbcAuditLog(
            JdbcClient jdbc,
            ObjectProvider<AuditChain> chain,
            CurrentActor current,
            InstantSource clock,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.current = current;
        this.clock = clock;
        this.json = json;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(AuditEvent event) {
        var actor = current.get();
        var head = jdbc.sql("select id, hash from audit_head for update")
                .query((row, _) -> new Head(row.getLong("id"), AuditRow.hash(row)))
                .single();
        var entry = entry(head, actor, event);
        insert(entry);
        jdbc.sql("update audit_head set id = :id, hash = :hash")
                .param("id", entry.id())
                .param("hash", entry.hash().bytes())
                .update();
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

    private void insert(AuditEntry entry) {
        jdbc.sql("""
                        insert into audit.entry
                          (id, at, kind, actor, address, action, subject, domain, before_state, after_state, hash)
                        values
                          (:id, :at, :kind, :actor, :address, :action, :subject, :domain, :before, :after, :hash)""")
                .param("id", entry.id())
                .param("at", utc(entry.at()))
                .param("kind", entry.kind().name().toLowerCase(Locale.ROOT))
                .param("actor", entry.actor())
                .param("address", entry.address().orElse(null))
                .param("action", entry.action())
                .param("subject", entry.subject())
                .param("domain", entry.domain().orElse(null))
                .param("before", entry.before().orElse(null))
                .param("after", entry.after().orElse(null))
                .param("hash", entry.hash().bytes())
                .update();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private record Head(long id, Sha256 hash) {}
}
