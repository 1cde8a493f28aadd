package dev.postern.admin.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postern.admin.text.Note;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A webhook as the API shows it. */
@Schema(name = "Webhook")
record WebhookResource(
        long id,

        @Schema(example = "https://hooks.example.org/postern")
        String url,

        @Schema(description = "Which changes are told: *, mailbox.* or mailbox.created", example = "[\"mailbox.*\"]")
        List<String> events,

        String note,

        boolean enabled,

        @Schema(description = "What it is signed with; told this once", example = "whsec_…")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String secret,

        Instant createdAt) {

    static WebhookResource of(Webhook webhook) {
        return of(webhook, null);
    }

    static WebhookResource of(Webhook.Made made) {
        return of(made.webhook(), made.secret().text());
    }

    private static WebhookResource of(Webhook webhook, @Nullable String secret) {
        var settings = webhook.settings();
        return new WebhookResource(
                webhook.id(),
                settings.url().toString(),
                settings.events().patterns(),
                settings.note().text(),
                settings.enabled(),
                secret,
                webhook.createdAt());
    }

    /** A wish for one. */
    @Schema(name = "WebhookCreation")
    record Creation(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "https://hooks.example.org/postern") @Nullable
            String url,

            @Schema(description = "Which changes are told", defaultValue = "[\"*\"]", example = "[\"mailbox.*\"]")
            @Nullable
            List<String> events,

            @Nullable String note,

            @Schema(defaultValue = "true") @Nullable Boolean enabled) {

        Webhook.Settings read() {
            return new Webhook.Settings(
                    Field.of("url", url).required(TargetUrl::parse),
                    Field.of("events", events == null ? List.of("*") : events).required(EventFilter::parse),
                    Field.of("note", note == null ? "" : note).required(Note::new),
                    enabled == null || enabled);
        }
    }

    /** What is to be otherwise; what is absent stays. */
    @Schema(name = "WebhookChange")
    record Change(
            @Nullable String url,
            @Nullable List<String> events,
            @Nullable String note,
            @Nullable Boolean enabled) {

        Webhook.Settings applyTo(Webhook.Settings before) {
            return new Webhook.Settings(
                    Field.of("url", url).optional(TargetUrl::parse).orElse(before.url()),
                    Field.of("events", events).optional(EventFilter::parse).orElse(before.events()),
                    Field.of("note", note).optional(Note::new).orElse(before.note()),
                    enabled == null ? before.enabled() : enabled);
        }
    }

    /** What it was told, or is to be. */
    @Schema(name = "WebhookDelivery")
    record Told(
            long id,

            @Schema(description = "The number of the change in the audit log")
            long entry,

            @Schema(example = "mailbox.created") String event,
            @Schema(example = "alice@example.org") String subject,

            @Schema(allowableValues = {"waiting", "done", "failed"})
            String state,

            int attempts,

            @Schema(description = "When it is told, while it waits")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Instant nextTry,

            @Schema(description = "What it answered last", example = "204")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Integer status,

            @Schema(description = "Why there was no answer") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String problem,

            Instant createdAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant endedAt) {

        static Told of(Delivery delivery) {
            return new Told(
                    delivery.id(),
                    delivery.entry(),
                    delivery.action(),
                    delivery.subject(),
                    delivery.state().text(),
                    delivery.attempts(),
                    delivery.state() == Delivery.State.WAITING ? delivery.nextTry() : null,
                    delivery.status().orElse(null),
                    delivery.problem().orElse(null),
                    delivery.createdAt(),
                    delivery.endedAt().orElse(null));
        }
    }
}
