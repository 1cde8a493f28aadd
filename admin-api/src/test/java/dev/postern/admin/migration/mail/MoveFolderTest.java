package dev.postern.admin.migration.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MoveFolderTest {

    private static final FolderMove PLANNED = FolderMove.planned("there", "Here", false);

    private final TwoAccounts accounts = new TwoAccounts();
    private final TwoAccounts.Notes notes = new TwoAccounts.Notes();

    @Test
    void bringsEverythingOnce() throws MoveFailed {
        fill(1, 250);

        var done = move(PLANNED);

        assertThat(accounts.textsHere("Here")).isEqualTo(texts(1, 250));
        assertThat(done.done()).isTrue();
        assertThat(done.count().moved()).isEqualTo(250);
        assertThat(done.count().bytes()).isEqualTo(250_000);
        assertThat(done.checkpoint().isOpen()).isFalse();
    }

    @Test
    void bringsOnlyWhatIsNewTheSecondTime() throws MoveFailed {
        fill(1, 120);
        var first = move(PLANNED);
        accounts.removeHere("Here", "message 7");
        fill(121, 130);

        var second = move(first);

        assertThat(accounts.textsHere("Here"))
                .hasSize(129)
                .doesNotContain("message 7")
                .endsWith("message 130");
        assertThat(second.count().moved()).isEqualTo(130);
    }

    @Test
    void knowsAgainWhatWasHereBefore() throws MoveFailed {
        accounts.putHere("Here", "message 2");
        accounts.putHere("Here", "something else");
        fill(1, 3);

        var done = move(PLANNED);

        assertThat(accounts.textsHere("Here")).containsExactly("message 2", "something else", "message 1", "message 3");
        assertThat(done.count().present()).isEqualTo(1);
    }

    @Test
    void comparesEverythingWhenTheNumbersThereMeanOtherMessages() throws MoveFailed {
        fill(1, 150);
        var first = move(PLANNED);
        accounts.renumber();
        fill(151, 160);

        var second = move(first);

        assertThat(accounts.textsHere("Here")).isEqualTo(texts(1, 160));
        assertThat(second.count().present()).isEqualTo(150);
        assertThat(second.count().moved()).isEqualTo(10);
    }

    @Test
    void leavesABrokenMessageBehindAndSaysWhich() throws MoveFailed {
        var broken = new TwoAccounts("message 5", "message 130");
        for (var uid = 1; uid <= 140; uid++) {
            broken.putThere("there", uid, "message " + uid);
        }

        var done = new MoveFolder(broken, PLANNED, notes::add).apply();

        assertThat(broken.textsHere("Here")).hasSize(138).doesNotContain("message 5", "message 130");
        assertThat(done.count().refused()).isEqualTo(2);
        assertThat(done.count().refusals()).isEqualTo("5: it is broken\n130: it is broken\n");
    }

    @Test
    void endsWhenTheMailboxIsFullAndGoesOnWhenThereIsRoom() throws MoveFailed {
        fill(1, 250);
        accounts.holdsAtMost(150);

        assertThatExceptionOfType(MoveFailed.class)
                .isThrownBy(() -> move(PLANNED))
                .satisfies(failed -> assertThat(failed.problem()).isEqualTo(Problem.QUOTA));

        accounts.holdsAtMost(1000);
        move(notes.latest());
        assertThat(accounts.textsHere("Here")).isEqualTo(texts(1, 250));
    }

    @Test
    void takesOfAViewOfEverythingWhatIsNowhereElse() throws MoveFailed {
        accounts.putHere("INBOX", "message 1");
        accounts.putHere("Sent", "message 2");
        fill(1, 3);

        var done = move(FolderMove.planned("there", "Here", true));

        assertThat(accounts.textsHere("Here")).containsExactly("message 3");
        assertThat(done.count().present()).isEqualTo(2);
    }

    /** Each number is how many steps it gets until the connection is lost; in between nothing is known but the notes. */
    @Property(tries = 300)
    void losesNothingAndDoublesNothingHoweverOftenItIsInterrupted(
            @ForAll @IntRange(min = 1, max = 260) int messages,
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 25) Integer> interruptions,
            @ForAll boolean lastStepIsDone,
            @ForAll boolean oneIsBroken,
            @ForAll boolean someAreHere)
            throws MoveFailed {
        var two = oneIsBroken ? new TwoAccounts("message 3") : new TwoAccounts();
        for (var uid = 1; uid <= messages; uid++) {
            two.putThere("there", uid, "message " + uid);
        }
        if (someAreHere) {
            two.putHere("Here", "message 1");
        }
        var written = new TwoAccounts.Notes();
        written.add(PLANNED);
        for (var steps : interruptions) {
            two.losesConnectionAfter(steps, lastStepIsDone);
            try {
                new MoveFolder(two, written.latest(), written::add).apply();
            } catch (MoveFailed lost) {
                assertThat(lost.problem()).isEqualTo(Problem.LOST);
            }
        }
        two.losesConnectionAfter(Integer.MAX_VALUE, true);

        new MoveFolder(two, written.latest(), written::add).apply();

        var expected = new ArrayList<>(texts(1, messages));
        if (oneIsBroken) {
            expected.remove("message 3");
        }
        assertThat(two.textsHere("Here")).containsExactlyInAnyOrderElementsOf(expected);
    }

    private FolderMove move(FolderMove folder) throws MoveFailed {
        return new MoveFolder(accounts, folder, notes::add).apply();
    }

    private void fill(long from, long to) {
        LongStream.rangeClosed(from, to).forEach(uid -> accounts.putThere("there", uid, "message " + uid));
    }

    private static List<String> texts(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(uid -> "message " + uid)
                .toList();
    }
}
