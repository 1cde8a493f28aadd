package dev.postern.ingest.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.common.mail.ReversePath;
import dev.postern.ingest.delivery.EnvelopeHeaders.Parsed;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeHeadersTest {

    @Test
    void readsTheEnvelope() {
        assertThat(parse("ann%2Btag%40sender.example", "j%C3%BCrgen@m%C3%BCller.example"))
                .isInstanceOfSatisfying(Parsed.Good.class, good -> {
                    assertThat(good.envelope().reversePath()).hasToString("ann+tag@sender.example");
                    assertThat(good.envelope().recipient()).hasToString("jürgen@xn--mller-kva.example");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%3C%3E", "<>"})
    void knowsTheNullReversePathInEveryForm(String form) {
        assertThat(parse(form, "bob@example.net"))
                .isInstanceOfSatisfying(
                        Parsed.Good.class,
                        good -> assertThat(good.envelope().reversePath()).isEqualTo(new ReversePath.Null()));
    }

    @ParameterizedTest
    @CsvSource({
        "ann, bob@example.net, 553 5.1.7 Sender address",
        "ann%0D%0ARSET@sender.example, bob@example.net, 553 5.1.7 Sender address",
        "ann@sender.example, bob, 553 5.1.3 Recipient address",
        "ann@sender.example, '', 553 5.1.3 Recipient address",
        "ann@sender.example, <bob@example.net>, 553 5.1.3 Recipient address",
        "ann@sender.example, bob@example.net%3E%20x, 553 5.1.3 Recipient address"
    })
    void refusesForGoodWhatIsNoAddress(String from, String to, String reply) {
        assertThat(parse(from, to))
                .isInstanceOfSatisfying(
                        Parsed.NoAddress.class,
                        none -> assertThat(none.reply()).asString().startsWith(reply));
    }

    @Test
    void doesNotBounceMailForAHeaderThatTheWorkerWroteBadly() {
        assertThatThrownBy(() -> parse("a%", "bob@example.net"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("postern-mail-from");
        assertThatThrownBy(() -> parse("ann@sender.example", "b b@example.net"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("postern-rcpt-to");
    }

    @Test
    void wantsATraceId() {
        var fields = new HashMap<String, String>();
        assertThatThrownBy(() -> EnvelopeHeaders.traceId(new Request(fields, new byte[0])))
                .isInstanceOf(IllegalArgumentException.class);
        fields.put("postern-trace-id", "01JT5C0AYAAAAAAAAAAAAAAAAA");
        assertThat(EnvelopeHeaders.traceId(new Request(fields, new byte[0]))).hasToString("01JT5C0AYAAAAAAAAAAAAAAAAA");
    }

    /** Whatever comes out can be written into an SMTP command as it is. */
    @Property(tries = 3000)
    void letsNothingThroughThatEndsACommand(@ForAll @From("fields") String from, @ForAll @From("fields") String to) {
        try {
            switch (parse(from, to)) {
                case Parsed.Good(var envelope) ->
                    assertThat(envelope.reversePath().text() + envelope.recipient())
                            .doesNotContainPattern("[\\p{Cntrl}]");
                case Parsed.NoAddress(var reply) -> assertThat(reply.code()).isEqualTo(553);
            }
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("postern-");
        }
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(
                        "a",
                        "@",
                        "b.example",
                        "%",
                        "%0D",
                        "%0A",
                        "%00",
                        "%40",
                        "%22",
                        "\"",
                        "\\",
                        "%C3%BC",
                        "%C3",
                        ".",
                        "<",
                        ">",
                        " ",
                        "%20",
                        "xn--",
                        "%E2%80%A8",
                        "[127.0.0.1]",
                        "+")
                .list()
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
    }

    private static Parsed parse(@Nullable String from, String to) {
        return EnvelopeHeaders.envelope(
                new Request(Map.of("postern-mail-from", from == null ? "" : from, "postern-rcpt-to", to), new byte[0]));
    }
}
