package dev.postern.ingest.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.mail.Sha256;
import dev.postern.common.mail.TraceId;
import dev.postern.ingest.delivery.DeliveryKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishTest {

    private static final String TRACE_ID = "01KZ2R4T6V8X0A1C3E5G7J9M2P";

    @Test
    void nothingTypedFindsEverything() {
        assertThat(searchFor("  ")).isEqualTo(new Search.Everything());
    }

    @Test
    void aTraceIdIsKnownInEitherCase() {
        assertThat(searchFor(" " + TRACE_ID.toLowerCase(Locale.ROOT)))
                .isEqualTo(new Search.ByTrace(TraceId.parse(TRACE_ID)));
    }

    @Test
    void aDeliveryKeyIsKnownByItsForm() {
        var key = new DeliveryKey(Sha256.of(new byte[] {1}));

        assertThat(searchFor(key.toString())).isEqualTo(new Search.ByKey(key));
    }

    @Test
    void theNullReversePathCanBeLookedFor() {
        assertThat(searchFor("<>")).isEqualTo(new Search.WithoutSender());
    }

    @Test
    void anythingElseIsAQueueIdOrTheBeginningOfAnAddress() {
        assertThat(searchFor("Ann")).isEqualTo(new Search.ByText("Ann", List.of("Ann", "ann")));
        assertThat(searchFor("ann@b")).isEqualTo(new Search.ByText("ann@b", List.of("ann@b")));
    }

    @Test
    void aWholeAddressIsAlsoLookedForAsReceiptsHaveIt() {
        assertThat(searchFor("Info@Bücher.example"))
                .isEqualTo(new Search.ByText(
                        "Info@Bücher.example",
                        List.of("Info@Bücher.example", "info@bücher.example", "Info@xn--bcher-kva.example")));
    }

    @Test
    void aTextThatIsLongerThanAnyAddressIsNotLookedFor() {
        assertThat(Wish.read("a".repeat(254), "", "")).isInstanceOf(Wish.Reading.Good.class);
        assertThat(Wish.read("a".repeat(255), "", ""))
                .isEqualTo(new Wish.Reading.Unusable("receipts.problem.tooLong", "254"));
    }

    @Test
    void anOutcomeIsOneOfThose() {
        assertThat(Wish.read("", "refused", ""))
                .isEqualTo(new Wish.Reading.Good(
                        new Wish(new Search.Everything(), Optional.of(Outcome.REFUSED), Optional.empty())));
        assertThat(Wish.read("", "lost", "")).isEqualTo(new Wish.Reading.Unusable("receipts.problem.outcome", "lost"));
    }

    @Test
    void whatIsRepeatedOnThePageIsShort() {
        assertThat(Wish.read("", "x".repeat(5000), ""))
                .isEqualTo(new Wish.Reading.Unusable("receipts.problem.outcome", "x".repeat(40) + "…"));
    }

    @Test
    void aPlaceInTheListComesBackAsItWas() {
        var position = new Position(Instant.parse("2026-01-02T03:04:05.678901Z"), 4711);

        assertThat(Position.parse(position.toString())).contains(position);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "1.", ".1", "-1.1", "1.-1", "1.1.1", "99999999999999999999.1", "1.9999999999999999999", "x"
            })
    void aPlaceThatIsNoneIsToldSo(String before) {
        assertThat(Wish.read("", "", before)).isEqualTo(new Wish.Reading.Unusable("receipts.problem.before", before));
    }

    private static Search searchFor(String text) {
        return Search.parse(text).orElseThrow();
    }
}
