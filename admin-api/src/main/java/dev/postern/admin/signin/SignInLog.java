package dev.postern.admin.signin;

import dev.postern.admin.access.Acting;
import dev.postern.admin.access.Actor;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.sessions.Client;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts sign-ins, and writes down those that fail; those that succeed are written down with their session. */
@Component
class SignInLog {

    /** A name that nobody has may be a password in the wrong field: it is not written down. */
    private static final String NOBODY = "(unknown)";

    private static final Logger log = LoggerFactory.getLogger(SignInLog.class);

    private final AuditLog audit;
    private final MeterRegistry metrics;

    SignInLog(AuditLog audit, MeterRegistry metrics) {
        this.audit = audit;
        this.metrics = metrics;
    }

    void succeeded(String method) {
        count("success", method);
    }

    /**
     * Somebody did not show that it is he.
     *
     * @param username whose account it is, if there is such a one
     */
    @Transactional
    public void failed(Optional<String> username, String method, Client client) {
        count("failure", method);
        log.warn("A sign-in of {} from {} failed", username.orElse(NOBODY), client.address());
        Acting.as(
                Actor.platform().from(client.address()),
                () -> audit.add(AuditEvent.ofPlatform(
                        "sign-in.failed",
                        username.orElse(NOBODY),
                        Optional.empty(),
                        Optional.of(Snapshot.of("method", method)))));
    }

    void delayed(String method) {
        count("delayed", method);
    }

    void unavailable(String method, Exception outage) {
        count("unavailable", method);
        log.error("Nobody can sign in: {}", outage.toString());
    }

    private void count(String outcome, String method) {
        metrics.counter("postern.login", "outcome", outcome, "method", method).increment();
    }
}
