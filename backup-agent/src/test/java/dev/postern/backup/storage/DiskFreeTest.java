package dev.postern.backup.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskFreeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void tellsWhatJavaTellsToo() throws IOException {
        var answer = new DiskFree(PATIENCE).ask(folder);
        var store = Files.getFileStore(folder);

        assertThat(answer.bytes().total()).isEqualTo(store.getTotalSpace());
        assertThat(answer.type()).isNotEmpty();
        assertThat(answer.source()).isNotEmpty();
    }

    @Test
    void takesAPlaceForAPlaceAndNotForAnOption() throws IOException {
        var strange = Files.createDirectory(folder.resolve("--version $(id) ;"));

        assertThat(new DiskFree(PATIENCE).ask(strange).bytes())
                .extracting(Usage::total)
                .isEqualTo(new DiskFree(PATIENCE).ask(folder).bytes().total());
        assertThatIOException()
                .isThrownBy(() -> new DiskFree(PATIENCE).ask(Path.of("--version")))
                .withMessageContaining("No such file or directory");
    }

    @Test
    void saysThatAPlaceIsMissing() {
        assertThatIOException()
                .isThrownBy(() -> new DiskFree(PATIENCE).ask(folder.resolve("gone")))
                .withMessageContaining("gone: No such file or directory");
    }

    @Test
    void givesUpAFileSystemThatDoesNotAnswerAndTheProcessThatAsks() {
        var hanging = new DiskFree(script("exec sleep 3600"), Duration.ofMillis(500));

        assertThatIOException()
                .isThrownBy(() -> hanging.ask(folder))
                .withMessageStartingWith("the file system does not answer within");

        await().until(() -> ProcessHandle.current().children().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void passesOnWhatDfComplainsAbout() {
        assertThatIOException()
                .isThrownBy(() ->
                        new DiskFree(script("echo 'df: /data: Permission denied' >&2; exit 1"), PATIENCE).ask(folder))
                .withMessage("df: /data: Permission denied");
        assertThatIOException()
                .isThrownBy(() -> new DiskFree(List.of("/nowhere/df"), PATIENCE).ask(folder))
                .withMessageContaining("/nowhere/df");
    }

    @Test
    void readsBytesAndFiles() throws IOException {
        var answer = DiskFree.Answer.parse("ext4  1000 600 300  50 10 40 /dev/sda1");

        assertThat(answer)
                .isEqualTo(new DiskFree.Answer(
                        "/dev/sda1", "ext4", new Usage(1000, 600, 300), Optional.of(new Usage(50, 10, 40))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"btrfs 1000 600 300 0 0 0 /dev/sda1", "vfat 1000 600 300 - - - /dev/sda1"})
    void knowsFileSystemsThatCountNoFiles(String line) throws IOException {
        assertThat(DiskFree.Answer.parse(line).files()).isEmpty();
    }

    @Test
    void keepsSpacesInTheNameOfAShare() throws IOException {
        assertThat(DiskFree.Answer.parse("cifs 1 1 0 - - - //nas/my share").source())
                .isEqualTo("//nas/my share");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Type 1B-blocks Used Avail Inodes IUsed IFree Filesystem",
                "ext4 1000 600",
                "ext4 1000 600 300 50 10 40",
                "ext4 -1 600 300 50 10 40 /dev/sda1",
                "ext4 99999999999999999999 600 300 50 10 40 /dev/sda1",
                "proc - - - 0 0 0 proc"
            })
    void refusesAnAnswerItDoesNotUnderstand(String line) {
        assertThatIOException()
                .isThrownBy(() -> DiskFree.Answer.parse(line))
                .withMessageContaining("cannot be understood");
    }

    private static List<String> script(String text) {
        return List.of("sh", "-c", text, "df");
    }
}
