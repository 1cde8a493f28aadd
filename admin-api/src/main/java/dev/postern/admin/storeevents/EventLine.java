package dev.postern.admin.storeevents;

import dev.postern.admin.signins.Protocol;
import dev.postern.admin.storeevents.StoreEvent.Attempt;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lines that Dovecot's configuration {@code events.conf} makes it write. */
final class EventLine {

    private static final int MAX_USER = 254;
    private static final int MAX_ADDRESS = 45;
    private static final int MAX_SESSION = 200;

    private final JsonMapper json;

    EventLine(JsonMapper json) {
        this.json = json;
    }

    /** Empty for a line of something else, or broken off. */
    Optional<StoreEvent> parse(String line) {
        try {
            var event = json.readTree(line);
            var fields = event.path("fields");
            return switch (event.path("event").asString("")) {
                case "auth_request_finished" -> decided(event, fields);
                case "auth_passdb_request_finished" -> attempt(fields).map(attempt -> before(attempt, fields));
                case "mail_user_session_finished", "imap_command_finished" ->
                    text(fields, "user", MAX_USER).map(StoreEvent.MailChanged::new);
                default -> Optional.empty();
            };
        } catch (JacksonException | DateTimeException broken) {
            return Optional.empty();
        }
    }

    private static Optional<StoreEvent> decided(JsonNode event, JsonNode fields) {
        var at = Instant.parse(event.path("end_time").asString(""));
        var letIn = fields.path("success").asString("").equals("yes");
        return attempt(fields).map(attempt -> new StoreEvent.Decided(attempt, letIn, at));
    }

    /** While an app password is checked, its id stands behind the name. */
    private static StoreEvent before(Attempt attempt, JsonNode fields) {
        var named = fields.path("user").asString("");
        return fields.path("result").asString("").equals("ok")
                ? new StoreEvent.AppPasswordMatched(attempt, named.substring(named.lastIndexOf('/') + 1))
                : new StoreEvent.NobodyCouldSay(attempt);
    }

    private static Optional<Attempt> attempt(JsonNode fields) {
        var session = text(fields, "session", MAX_SESSION).orElse("");
        return text(fields, "translated_user", MAX_USER)
                .flatMap(user -> protocol(fields)
                        .map(protocol -> new Attempt(
                                user,
                                protocol,
                                text(fields, "remote_ip", MAX_ADDRESS),
                                text(fields, "real_remote_ip", MAX_ADDRESS),
                                session)));
    }

    private static Optional<Protocol> protocol(JsonNode fields) {
        return switch (fields.path("protocol").asString("")) {
            case "imap" -> Optional.of(Protocol.IMAP);
            case "pop3" -> Optional.of(Protocol.POP3);
            case "sieve" -> Optional.of(Protocol.SIEVE);
            case "smtp" -> Optional.of(Protocol.SUBMISSION);
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(JsonNode fields, String name, int longest) {
        return Optional.of(fields.path(name).asString("")).filter(text -> !text.isEmpty() && text.length() <= longest);
    }
}
