package dev.postern.admin.webhooks;

import dev.postern.admin.text.Note;
import java.time.Instant;

/** A receiver, and what it wants to hear of. */
record Webhook(long id, Settings settings, Instant createdAt) {

    /** What can be chosen of it. */
    record Settings(TargetUrl url, EventFilter events, Note note, boolean enabled) {}

    /** One whose secret is told this once. */
    record Made(Webhook webhook, WebhookSecret secret) {}
}
