package dev.postern.ingest.relayevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.Sha256;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One event of SendGrid's Event Webhook (Twilio, "Event Webhook Reference"), of those that tell of a failure.
 *
 * @param id by which the same event is known when it comes again
 * @param kind what happened
 * @param recipient of the message
 * @param relayId the name that the relay gave the message when it took it; empty if it does not say
 * @param messageId without angle brackets; empty if it does not say
 * @param status enhanced status code; empty if it does not say
 * @param reason in the words of the receiving side
 */
record RelayEvent(
        Sha256 id,
        Kind kind,
        Instant at,
        String recipient,
        String relayId,
        String messageId,
        String status,
        String reason) {

    /** What happened to a message that the relay had taken. */
    enum Kind {
        /** The receiving side refused the address for good. */
        BOUNCED(true, true),
        /** The receiving side refused the message, or did not take it in time; another one may arrive. */
        BLOCKED(true, false),
        /** The relay did not even try: it keeps a list of its own. */
        DROPPED(true, true),
        /** The recipient called it spam. It did arrive. */
        CALLED_SPAM(false, true);

        private final boolean failed;
        private final boolean suppresses;

        Kind(boolean failed, boolean suppresses) {
            this.failed = failed;
            this.suppresses = suppresses;
        }

        /** Whether the message did not arrive, so that its sender has to be told. */
        boolean failed() {
            return failed;
        }

        /** Whether the address is not to be written to again. */
        boolean suppresses() {
            return suppresses;
        }

        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads one element of the array; empty for those that tell of no failure, and for what makes no sense. */
    static Optional<RelayEvent> of(JsonNode event) {
        return kind(event).filter(_ -> !text(event, "email").isEmpty()).map(kind -> of(event, kind));
    }

    private static RelayEvent of(JsonNode event, Kind kind) {
        var relayId = text(event, "sg_message_id");
        int filter = relayId.indexOf(".");
        return new RelayEvent(
                Sha256.of((text(event, "sg_event_id").isEmpty() ? event.toString() : text(event, "sg_event_id"))
                        .getBytes(UTF_8)),
                kind,
                Instant.ofEpochSecond(Math.clamp(event.path("timestamp").asLong(0), 0, 4_102_444_800L)),
                text(event, "email").toLowerCase(Locale.ROOT),
                filter < 0 ? relayId : relayId.substring(0, filter),
                text(event, "smtp-id").replaceAll("^<(.*)>$", "$1"),
                text(event, "status"),
                text(event, "reason"));
    }

    private static Optional<Kind> kind(JsonNode event) {
        return switch (text(event, "event")) {
            case "bounce" ->
                Optional.of(
                        text(event, "type").equals("bounce")
                                        || text(event, "type").isEmpty()
                                ? Kind.BOUNCED
                                : Kind.BLOCKED);
            case "dropped" -> Optional.of(Kind.DROPPED);
            case "spamreport" -> Optional.of(Kind.CALLED_SPAM);
            default -> Optional.empty();
        };
    }

    private static String text(JsonNode event, String field) {
        return event.path(field).asString("").strip();
    }
}
