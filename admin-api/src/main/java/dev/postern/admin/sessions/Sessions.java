package dev.postern.admin.sessions;

import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.credentials.CredentialAudit;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins sessions, knows them again, and ends them. */
@Service
public class Sessions {

    /** How exactly it is known when somebody was last seen. */
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final SessionTable table;
    private final CredentialAudit audit;
    private final InstantSource clock;

    Sessions(SessionTable table, CredentialAudit audit, InstantSource clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /** A session, and what opens it: told the browser once. */
    public record Begun(Session session, SessionToken token) {}

    /** Begins one for whoever has shown who he is; he is the actor already. */
    @Transactional
    public Begun begin(String username, Method method, Client client) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var session = new Session(SessionToken.randomName(), username, method, client, now, now);
        var token = SessionToken.random();
        table.removeOld();
        table.add(session, token.digest());
        audit.made("session.begun", session.identity(), snapshot(session));
        return new Begun(session, token);
    }

    /** Whose browser it is; it counts as seen. */
    public Optional<Session> find(SessionToken token) {
        return table.find(token.digest()).map(this::seen);
    }

    /** The session of this name, if it is alive. */
    public Optional<Session> find(String id) {
        return table.find(id);
    }

    private Session seen(Session session) {
        if (session.lastSeenAt().plus(PRECISION).isBefore(clock.instant())) {
            table.seen(session.id());
        }
        return session;
    }

    /** The latest first. */
    public List<Session> of(String username) {
        return table.of(username);
    }

    /** Also of somebody who has no session any more. */
    public Optional<LastSignIn> lastSignIn(String username) {
        return table.lastSignIn(username);
    }

    /** He has shown a second factor meanwhile. */
    public void strengthen(Session session, Method method) {
        table.setMethod(session.id(), method);
    }

    /** Its own user signs out. */
    @Transactional
    public void end(Session session) {
        if (table.remove(session.id())) {
            audit.gone("session.ended", session.identity(), snapshot(session));
        }
    }

    /** Returns whether he had such a one. */
    @Transactional
    public boolean revoke(String username, String id) {
        var session = table.find(id).filter(found -> found.username().equals(username));
        if (session.isEmpty() || !table.remove(id)) {
            return false;
        }
        audit.gone("session.revoked", session.get().identity(), snapshot(session.get()));
        return true;
    }

    /** Ends all sessions of somebody, but the one he is at, if that is named. */
    @Transactional
    public int revokeOthers(String username, Optional<String> butThis) {
        var others = table.of(username).stream()
                .filter(session -> !butThis.equals(Optional.of(session.id())))
                .toList();
        others.forEach(session -> {
            table.remove(session.id());
            audit.gone("session.revoked", session.identity(), snapshot(session));
        });
        return others.size();
    }

    private static Snapshot snapshot(Session session) {
        return Snapshot.of("session", session.id())
                .with("method", session.method().text())
                .with("from", session.client().address())
                .with("browser", session.browser())
                .with("since", session.since());
    }
}
