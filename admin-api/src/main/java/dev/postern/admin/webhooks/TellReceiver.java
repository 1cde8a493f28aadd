package dev.postern.admin.webhooks;

import dev.postern.admin.audit.AuditFeed;
import dev.postern.admin.webhooks.Delivery.State;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Tells one receiver of one change, and decides by its answer what comes next. */
final class TellReceiver {

    private static final Logger log = LoggerFactory.getLogger(TellReceiver.class);

    private final AuditFeed feed;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Receivers receivers;
    private final WebhookSettings settings;
    private final InstantSource clock;
    private final JsonMapper json;

    TellReceiver(
            AuditFeed feed,
            Webhooks webhooks,
            Deliveries deliveries,
            Receivers receivers,
            WebhookSettings settings,
            InstantSource clock,
            JsonMapper json) {
        this.feed = feed;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.receivers = receivers;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    void apply(Delivery delivery) {
        var webhook = webhooks.find(delivery.webhook());
        if (webhook.isEmpty()) {
            return;
        }
        var answer = webhook.get().settings().enabled()
                ? tell(webhook.get(), delivery)
                : new Answer.Unheard("the webhook is switched off");
        var now = clock.instant();
        if (answer instanceof Answer.Heard heard && heard.isGood()) {
            deliveries.end(delivery.id(), State.DONE, answer, now);
            return;
        }
        log.info(
                "The receiver at {} did not hear of {}: {}",
                webhook.get().settings().url().place(),
                delivery.action(),
                answer);
        var pause = pauseAfter(delivery.attempts() + 1).filter(_ -> isWorthIt(answer, webhook.get()));
        if (pause.isPresent()) {
            deliveries.waitUntil(delivery.id(), answer, now.plus(pause.get()));
        } else {
            deliveries.end(delivery.id(), State.FAILED, answer, now);
        }
    }

    private Answer tell(Webhook webhook, Delivery delivery) {
        var change = feed.find(delivery.entry()).orElseThrow();
        var secret = webhooks.secretOf(webhook.id()).orElseThrow();
        return receivers.tell(
                webhook.settings().url(),
                Message.signed(
                        "postern_%d_%d".formatted(webhook.id(), delivery.entry()),
                        clock.instant(),
                        Payload.of(change, json),
                        secret));
    }

    private static boolean isWorthIt(Answer answer, Webhook webhook) {
        return webhook.settings().enabled() && !(answer instanceof Answer.Heard heard && heard.isGone());
    }

    private Optional<Duration> pauseAfter(int attempts) {
        return attempts > settings.pauses().size()
                ? Optional.empty()
                : Optional.of(settings.pauses().get(attempts - 1));
    }
}
