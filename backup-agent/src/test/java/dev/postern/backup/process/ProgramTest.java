package dev.postern.backup.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.backup.process.ProgramFailure.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final Cancellation cancellation = new Cancellation();

    @Test
    void readsWhatComesOutAndTellsHowItEnded() throws Exception {
        var lines = new ArrayList<String>();

        var ending = program("echo one; echo two; echo oh >&2; exit 7").run(Streams.lines(lines::add));

        assertThat(lines).containsExactly("one", "two");
        assertThat(ending).isEqualTo(new Ending(7, "oh"));
    }

    @Test
    void feedsWhatGoesIn() throws Exception {
        var lines = new ArrayList<String>();

        program("wc -c").run(Streams.lines(input -> input.write(new byte[300_000]), lines::add));

        assertThat(lines).containsExactly("300000");
    }

    @Test
    void inheritsNothingOfTheEnvironment() throws Exception {
        var lines = new ArrayList<String>();
        var command =
                new Command(List.of("/usr/bin/env"), Map.of("ONLY", "this"), Optional.of(folder), Priority.NORMAL);

        new Program(command, LIMIT, cancellation).run(Streams.lines(lines::add));

        assertThat(lines).containsExactly("ONLY=this");
    }

    @Test
    void runsBehindEverythingElse() throws Exception {
        var lines = new ArrayList<String>();
        var command = new Command(List.of("sh", "-c", "nice; ionice"), Map.of(), Optional.empty(), Priority.IDLE);

        new Program(command, LIMIT, cancellation).run(Streams.lines(lines::add));

        assertThat(lines).containsExactly("19", "idle");
    }

    @Test
    void neverLetsAPartOfTheInputPassForTheWhole() {
        var ended = folder.resolve("ended");
        var program = program("cat >/dev/null; touch " + ended);

        assertThatThrownBy(() -> program.run(Streams.lines(
                        input -> {
                            input.write("half".getBytes(StandardCharsets.UTF_8));
                            throw new IOException("the other half is lost");
                        },
                        _ -> {})))
                .isInstanceOfSatisfying(
                        ProgramFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.BROKEN_OFF))
                .hasMessageContaining("the other half is lost");
        assertThat(ended).doesNotExist();
    }

    @Test
    void letsAProgramThatStopsListeningSayWhy() throws Exception {
        var ending = program("echo no room >&2; exit 1")
                .run(Streams.lines(input -> input.write(new byte[10_000_000]), _ -> {}));

        assertThat(ending).isEqualTo(new Ending(1, "no room"));
    }

    @Test
    void endsWhatTakesTooLong() {
        var program = new Program(command("exec sleep 600"), Duration.ofMillis(50), cancellation);

        assertThatThrownBy(() -> program.run(Streams.lines(_ -> {})))
                .isInstanceOfSatisfying(
                        ProgramFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.TOO_LONG));
    }

    @Test
    void endsWhatIsCancelled() {
        var program = program("echo started; exec sleep 600");

        assertThatThrownBy(() -> program.run(Streams.lines(_ -> cancellation.request())))
                .isInstanceOfSatisfying(
                        ProgramFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.STOPPED));
    }

    @Test
    void startsNothingOnceCancelled() {
        cancellation.request();
        var touched = folder.resolve("touched");

        assertThatThrownBy(() -> program("touch " + touched).run(Streams.lines(_ -> {})))
                .isInstanceOf(ProgramFailure.class);
        assertThat(touched).doesNotExist();
    }

    @Test
    void saysWhatCouldNotBeStarted() {
        var command = Command.of(List.of("/nowhere/restic"));

        assertThatThrownBy(() -> new Program(command, LIMIT, cancellation).run(Streams.lines(_ -> {})))
                .isInstanceOfSatisfying(
                        ProgramFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.NOT_STARTED))
                .hasMessageContaining("restic could not be started");
    }

    @Test
    void keepsTheEndOfEndlessComplaints() throws Exception {
        var ending = program("i=0; while [ $i -lt 5000 ]; do echo line $i >&2; i=$((i+1)); done; exit 1")
                .run(Streams.lines(_ -> {}));

        assertThat(ending.errors().lines().toList()).hasSize(40).last().isEqualTo("line 4999");
    }

    private Program program(String script) {
        return new Program(command(script), LIMIT, cancellation);
    }

    private static Command command(String script) {
        return new Command(
                List.of("sh", "-c", script), Map.of("PATH", "/usr/bin:/bin"), Optional.empty(), Priority.NORMAL);
    }
}
