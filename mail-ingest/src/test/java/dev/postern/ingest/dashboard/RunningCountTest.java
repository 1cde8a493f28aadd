package dev.postern.ingest.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RunningCountTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final ReceiptsInMemory receipts = new ReceiptsInMemory();
    private Instant now = NOON.plusSeconds(30);
    private final InstantSource clock = () -> now;
    private final RunningCount count = new RunningCount(TimeRange.HOUR, receipts, clock);

    @Test
    void countsEveryStepOnce() {
        receipts.add(NOON.minusSeconds(120), NOON);

        var figures = count.figures();

        assertThat(figures.isComplete()).isTrue();
        assertThat(figures.total().all()).isEqualTo(2);
        assertThat(receipts.stepsCounted()).doesNotHaveDuplicates().hasSize(60);
    }

    @Test
    void countsNothingWhileNothingIsNew() {
        receipts.add(NOON);
        count.figures();
        receipts.forgetWhatWasCounted();
        now = NOON.plusSeconds(90);

        assertThat(count.figures().total().all()).isEqualTo(1);

        assertThat(receipts.stepsCounted()).containsExactly(NOON.plusSeconds(60));
    }

    @Test
    void countsOnlyTheStepOfANewReceiptAgain() {
        receipts.add(NOON);
        count.figures();
        receipts.forgetWhatWasCounted();
        receipts.add(NOON.plusSeconds(10));

        assertThat(count.figures().total().all()).isEqualTo(2);

        assertThat(receipts.stepsCounted()).containsExactly(NOON);
    }

    @Test
    void noticesAReceiptThatIsWrittenLate() {
        receipts.add(NOON);
        count.figures();
        receipts.add(NOON.minusSeconds(1800));

        var figures = count.figures();

        assertThat(figures.total().all()).isEqualTo(2);
        assertThat(figures.points())
                .filteredOn(point -> point.start().equals(NOON.minusSeconds(1800)))
                .allSatisfy(point -> assertThat(point.tally())
                        .isNotNull()
                        .extracting(Tally::all)
                        .isEqualTo(1L));
    }

    @Test
    void letsGoOfWhatIsTooOld() {
        receipts.add(NOON);
        assertThat(count.figures().total().all()).isEqualTo(1);

        now = NOON.plus(Duration.ofHours(2));

        assertThat(count.figures().total().all()).isZero();
    }

    @Test
    void countsAnewWhenTheTableIsAnotherOne() {
        receipts.add(NOON, NOON, NOON);
        count.figures();
        receipts.replaceBy(NOON);

        assertThat(count.figures().total().all()).isEqualTo(1);
    }

    @Test
    void showsTheNewestFirstWhenCountingTakesLong() {
        receipts.add(NOON, NOON.minusSeconds(3000));
        receipts.eachQueryTakes(Duration.ofSeconds(1));

        var first = count.figures();

        assertThat(first.isComplete()).isFalse();
        assertThat(first.total().all()).isEqualTo(1);
        assertThat(first.points().getLast().tally()).isNotNull();
        assertThat(first.points().getFirst().tally()).isNull();
    }

    @Test
    void restsAfterALongCountAndThenGoesOnToTheEnd() {
        receipts.add(NOON.minusSeconds(3000));
        receipts.eachQueryTakes(Duration.ofSeconds(1));
        var first = count.figures();
        receipts.forgetWhatWasCounted();

        assertThat(count.figures()).isSameAs(first);
        assertThat(receipts.stepsCounted()).isEmpty();

        receipts.eachQueryTakes(Duration.ZERO);
        now = now.plusSeconds(10);
        assertThat(count.figures().isComplete()).isTrue();
        assertThat(count.figures().total().all()).isEqualTo(1);
    }

    @Test
    void goesOnWhereTheDatabaseGaveUp() {
        receipts.add(NOON, NOON.minusSeconds(1800));
        receipts.failAfter(3);
        assertThatThrownBy(count::figures).isInstanceOf(QueryTimeoutException.class);
        receipts.add(NOON.plusSeconds(1));
        receipts.failAfter(Integer.MAX_VALUE);

        var figures = count.figures();

        assertThat(figures.isComplete()).isTrue();
        assertThat(figures.total().all()).isEqualTo(3);
    }

    /** Receipts by the order in which they were written. */
    private final class ReceiptsInMemory extends FiguresTable {

        private final List<Instant> written = new ArrayList<>();
        private final List<Instant> stepsCounted = new ArrayList<>();
        private Duration duration = Duration.ZERO;
        private int queriesLeft = Integer.MAX_VALUE;

        ReceiptsInMemory() {
            super(new DriverManagerDataSource());
        }

        void add(Instant... receivedAt) {
            written.addAll(List.of(receivedAt));
        }

        void replaceBy(Instant receivedAt) {
            written.clear();
            written.add(receivedAt);
        }

        void eachQueryTakes(Duration time) {
            duration = time;
        }

        void failAfter(int queries) {
            queriesLeft = queries;
        }

        List<Instant> stepsCounted() {
            return stepsCounted;
        }

        void forgetWhatWasCounted() {
            stepsCounted.clear();
        }

        @Override
        Map<Instant, Tally> count(Period period) {
            if (queriesLeft-- == 0) {
                throw new QueryTimeoutException("too long");
            }
            now = now.plus(duration);
            stepsCounted.addAll(period.starts());
            var tallies = new HashMap<Instant, Tally>();
            written.stream()
                    .map(receivedAt -> Period.floor(receivedAt, period.step()))
                    .filter(start -> period.starts().contains(start))
                    .forEach(start -> tallies.merge(start, one(), (sum, more) -> Tally.sum(List.of(sum, more))));
            return tallies;
        }

        @Override
        long newestId() {
            return written.size();
        }

        @Override
        News writtenAfter(long id) {
            return new News(
                    written.size(),
                    written.stream().skip(id).min(Instant::compareTo).orElse(null));
        }

        private static Tally one() {
            return new Tally(Map.of(new Kind(Outcome.ACCEPTED, "handed_over"), 1L), 1, Latencies.NONE);
        }
    }
}
