package dev.postern.backup.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

    @TempDir
    Path folder;

    @Test
    void isHeldByOneAtATime() {
        var lock = new RunLock(folder);
        try (var held = lock.tryTake("backup 1").orElseThrow()) {
            assertThat(held.wasLeftBehind()).isFalse();
            assertThat(new RunLock(folder).tryTake("backup 2")).isEmpty();
            assertThat(new RunLock(folder).purpose()).isEqualTo("backup 1");
        }
        assertThat(lock.purpose()).isEmpty();
        try (var again = lock.tryTake("backup 3").orElseThrow()) {
            assertThat(again.wasLeftBehind()).isFalse();
        }
    }

    @Test
    void isStillHeldWhenOthersOfTheSameProcessHaveLooked() throws Exception {
        var lock = new RunLock(folder);
        try (var _ = lock.tryTake("backup 1").orElseThrow()) {
            new RunLock(folder).tryTake("backup 2");
            new RunLock(folder).purpose();

            assertThat(otherProcess()).isEqualTo("busy");
        }
        assertThat(otherProcess()).isEqualTo("free");
    }

    @Test
    void tellsThatTheLastOneWasKilled() throws IOException {
        Files.writeString(folder.resolve("run.lock"), "backup 1");

        try (var held = new RunLock(folder).tryTake("backup 2").orElseThrow()) {
            assertThat(held.wasLeftBehind()).isTrue();
        }
    }

    /** What a process of its own finds. */
    private String otherProcess() throws Exception {
        var program = folder.resolve("Other.java");
        Files.writeString(program, """
                import java.nio.channels.*;
                import java.nio.file.*;
                class Other {
                    public static void main(String[] a) throws Exception {
                        try (var channel = FileChannel.open(Path.of(a[0]), StandardOpenOption.WRITE)) {
                            System.out.print(channel.tryLock() == null ? "busy" : "free");
                        }
                    }
                }
                """);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java, program.toString(), folder.resolve("run.lock").toString())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
