package dev.postern.ingest.relayevents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.relayevents.RelayEvent.Kind;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RelayEventTest {

    @Test
    void readsABounce() {
        var event = read("""
                {"email":"Ann@Outside.example","timestamp":1795574174,"smtp-id":"<1caf@d.example>","event":"bounce",
                 "category":["cat"],"sg_event_id":"abc","sg_message_id":"iU7yTI5iQHKTU8Q-hl0f9g.filterdrecv-1","type":"bounce",
                 "reason":"550 5.1.1 no such user","status":"5.1.1","bounce_classification":"Invalid Address","new":{"a":1}}
                """).orElseThrow();

        assertThat(event.kind()).isEqualTo(Kind.BOUNCED);
        assertThat(event.recipient()).isEqualTo("ann@outside.example");
        assertThat(event.at()).isEqualTo(Instant.ofEpochSecond(1795574174));
        assertThat(event.relayId()).isEqualTo("iU7yTI5iQHKTU8Q-hl0f9g");
        assertThat(event.messageId()).isEqualTo("1caf@d.example");
        assertThat(event.status()).isEqualTo("5.1.1");
        assertThat(event.reason()).isEqualTo("550 5.1.1 no such user");
    }

    @ParameterizedTest
    @CsvSource({
        "bounce, bounce, BOUNCED",
        "bounce, blocked, BLOCKED",
        "bounce, expired, BLOCKED",
        "dropped, '', DROPPED",
        "spamreport, '', CALLED_SPAM",
    })
    void tellsTheKindsApart(String name, String type, Kind kind) {
        assertThat(read("{\"email\":\"a@b.example\",\"event\":\"%s\",\"type\":\"%s\"}".formatted(name, type)))
                .hasValueSatisfying(event -> assertThat(event.kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "7",
                "\"bounce\"",
                "{\"event\":\"delivered\",\"email\":\"a@b.example\"}",
                "{\"event\":\"open\",\"email\":\"a@b.example\"}",
                "{\"event\":\"bounce\"}",
                "{\"event\":{\"bounce\":1},\"email\":\"a@b.example\"}",
            })
    void passesOverWhatTellsOfNoFailure(String json) {
        assertThat(read(json)).isEmpty();
    }

    @Test
    void theSameEventHasTheSameId() {
        var first = read("{\"email\":\"a@b.example\",\"event\":\"dropped\",\"sg_event_id\":\"x\"}");
        var again = read("{\"event\":\"dropped\",\"email\":\"a@b.example\",\"sg_event_id\":\"x\",\"attempt\":\"2\"}");

        assertThat(first.map(RelayEvent::id)).isEqualTo(again.map(RelayEvent::id));
    }

    @Property(tries = 200)
    void isNeverSurprised(@ForAll String text, @ForAll long timestamp) {
        var json = JsonMapper.shared().createObjectNode();
        for (var field :
                new String[] {"email", "reason", "status", "type", "smtp-id", "sg_message_id", "sg_event_id"}) {
            json.put(field, text);
        }
        json.put("event", "bounce").put("timestamp", timestamp);

        assertThat(RelayEvent.of(json).isPresent())
                .isEqualTo(!text.isBlank() && !text.strip().isEmpty());
    }

    private static Optional<RelayEvent> read(String json) {
        return RelayEvent.of(JsonMapper.shared().readTree(json));
    }
}
