package dev.postern.backup.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.backup.manifest.RunId;
import dev.postern.backup.manifest.Trigger;
import dev.postern.backup.retention.Retention.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Instant START = Instant.parse("2026-01-01T03:00:00Z");
    private static final Random RANDOM = new Random(7);

    private final Retention retention = new Retention(new Keep(7, 4, 96, 7));

    @Test
    void keepsTheNewestOfEachKind() {
        var daily = backups(20, Trigger.DAILY, true);
        var weekly = backups(20, Trigger.WEEKLY, true);

        var kept =
                retention.choose(Stream.concat(daily.stream(), weekly.stream()).toList());

        assertThat(kept)
                .containsAll(runs(daily.subList(13, 20)))
                .containsAll(runs(weekly.subList(16, 20)))
                .hasSize(7 + 4);
    }

    @Test
    void letsNoRowOfFailuresPushOutWhatIsGood() {
        var good = backups(3, Trigger.DAILY, true);
        var bad = backups(50, Trigger.DAILY, false);

        var kept = retention.choose(Stream.concat(good.stream(), bad.stream()).toList());

        assertThat(kept).containsAll(runs(good)).hasSize(3 + 7);
    }

    @Test
    void letsNoBackupOfASinglePartPushOutAWholeOne() {
        var whole = backups(2, Trigger.MANUAL, true);
        var parts = backups(30, Trigger.MANUAL, true).stream()
                .map(backup -> new Candidate(backup.run(), backup.triggers(), false, true))
                .toList();

        var kept =
                retention.choose(Stream.concat(whole.stream(), parts.stream()).toList());

        assertThat(kept).containsAll(runs(whole));
    }

    @Test
    void keepsABackupForAsLongAsAnyOfItsReasonsHolds() {
        var both = new Candidate(run(START), Set.of(Trigger.DAILY, Trigger.WEEKLY), true, true);
        var daily = backups(30, Trigger.DAILY, true);

        assertThat(retention.choose(
                        Stream.concat(Stream.of(both), daily.stream()).toList()))
                .contains(both.run());
    }

    @Property(tries = 100)
    void neverLetsTheNewestWholeBackupGo(@ForAll List<Trigger> triggers, @ForAll long qualities) {
        var backups = new ArrayList<Candidate>();
        for (int index = 0; index < triggers.size(); index++) {
            var whole = ((qualities >>> (index % 64)) & 1) == 1;
            var start = START.plus(Duration.ofMinutes(index));
            backups.add(new Candidate(run(start), Set.of(triggers.get(index)), whole, whole));
        }

        var kept = retention.choose(backups);

        backups.reversed().stream()
                .filter(Candidate::whole)
                .findFirst()
                .ifPresent(newest -> assertThat(kept).contains(newest.run()));
    }

    private static List<Candidate> backups(int number, Trigger trigger, boolean good) {
        return IntStream.range(0, number)
                .mapToObj(day -> new Candidate(run(START.plus(Duration.ofDays(day))), Set.of(trigger), good, good))
                .toList();
    }

    private static RunId run(Instant start) {
        return RunId.of(start, RANDOM);
    }

    private static List<RunId> runs(List<Candidate> backups) {
        return backups.stream().map(Candidate::run).toList();
    }
}
