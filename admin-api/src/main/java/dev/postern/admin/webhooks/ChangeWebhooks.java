package dev.postern.admin.webhooks;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.webhooks.Delivery.State;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds receivers, changes and removes them, and has them told again. */
@Service
class ChangeWebhooks {

    static final int MOST = 50;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Access access;
    private final AuditLog audit;
    private final InstantSource clock = InstantSource.system();

    ChangeWebhooks(Webhooks webhooks, Deliveries deliveries, Access access, AuditLog audit) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.access = access;
        this.audit = audit;
    }

    @Transactional
    public Outcome<Webhook.Made> add(Webhook.Settings settings) {
        access.toRunThePlatform();
        if (webhooks.all().size() >= MOST) {
            return Outcome.refused(new Refusal.Unfit(
                    "url", "There are %d webhooks, and no more can be; remove one first.".formatted(MOST)));
        }
        var secret = WebhookSecret.generate();
        var made = webhooks.find(webhooks.add(settings, secret)).orElseThrow();
        note("webhook.created", made, Optional.empty(), Optional.of(settings));
        return Outcome.done(new Webhook.Made(made, secret));
    }

    @Transactional
    public Outcome<Webhook> change(long id, UnaryOperator<Webhook.Settings> change) {
        access.toRunThePlatform();
        var before = webhooks.find(id);
        if (before.isEmpty()) {
            return missing(id);
        }
        var wanted = change.apply(before.get().settings());
        if (!wanted.equals(before.get().settings())) {
            webhooks.change(id, wanted);
            note("webhook.changed", before.get(), Optional.of(before.get().settings()), Optional.of(wanted));
        }
        return Outcome.done(webhooks.find(id).orElseThrow());
    }

    /** From now on all is signed with another secret, what waits as well. */
    @Transactional
    public Outcome<Webhook.Made> renewSecret(long id) {
        access.toRunThePlatform();
        var webhook = webhooks.find(id);
        if (webhook.isEmpty()) {
            return missing(id);
        }
        var secret = WebhookSecret.generate();
        webhooks.keep(id, secret);
        audit.add(AuditEvent.ofPlatform(
                "webhook.secret-renewed", webhook.get().settings().url().place(), Optional.empty(), Optional.empty()));
        return Outcome.done(new Webhook.Made(webhook.get(), secret));
    }

    /** What waits for it is told to nobody. */
    @Transactional
    public Outcome<Webhook> remove(long id) {
        access.toRunThePlatform();
        var webhook = webhooks.find(id);
        if (webhook.isEmpty()) {
            return missing(id);
        }
        webhooks.remove(id);
        note("webhook.deleted", webhook.get(), Optional.of(webhook.get().settings()), Optional.empty());
        return Outcome.done(webhook.get());
    }

    @Transactional
    public Outcome<Delivery> tellAgain(long webhook, long id) {
        access.toRunThePlatform();
        var delivery = deliveries.find(webhook, id);
        if (delivery.isEmpty()) {
            return Outcome.refused(new Refusal.Missing("There is no delivery with the number %d.".formatted(id)));
        }
        if (delivery.get().state() == State.WAITING) {
            return Outcome.refused(new Refusal.Taken("state", "This is told by itself; it is not over yet."));
        }
        deliveries.again(id, clock.instant());
        audit.add(AuditEvent.ofPlatform(
                "webhook.told-again",
                delivery.get().subject(),
                Optional.empty(),
                Optional.of(Snapshot.of("entry", delivery.get().entry()))));
        return Outcome.done(deliveries.find(webhook, id).orElseThrow());
    }

    private void note(
            String action, Webhook webhook, Optional<Webhook.Settings> before, Optional<Webhook.Settings> after) {
        audit.add(AuditEvent.ofPlatform(
                action,
                webhook.settings().url().place(),
                before.map(ChangeWebhooks::snapshot),
                after.map(ChangeWebhooks::snapshot)));
    }

    private static Snapshot snapshot(Webhook.Settings settings) {
        return Snapshot.of("place", settings.url().place())
                .with("events", settings.events().patterns())
                .with("note", settings.note())
                .with("enabled", settings.enabled());
    }

    private static <T> Outcome<T> missing(long id) {
        return Outcome.refused(new Refusal.Missing("There is no webhook with the number %d.".formatted(id)));
    }
}
