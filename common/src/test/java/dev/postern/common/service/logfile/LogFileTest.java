package dev.postern.common.service.logfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private LogFile log = new LogFile(file);
    private Optional<LogFile.Place> place = Optional.empty();

    @BeforeEach
    void make() {
        file = folder.resolve("mail.log");
        log = new LogFile(file);
    }

    @Test
    void isEmptyWhereThereIsNone() throws IOException {
        assertThat(readAll()).isEmpty();
    }

    @Test
    void readsEachLineOnce() throws IOException {
        append("one\ntwo\n");
        assertThat(readAll()).containsExactly("one", "two");
        assertThat(readAll()).isEmpty();
        append("three\n");
        assertThat(readAll()).containsExactly("three");
    }

    @Test
    void waitsForTheEndOfALine() throws IOException {
        append("one\ntw");
        assertThat(readAll()).containsExactly("one");
        append("o\n");
        assertThat(readAll()).containsExactly("two");
    }

    @Test
    void goesOnInAFileThatWasGivenAnotherName() throws IOException {
        append("one\n");
        assertThat(readAll()).containsExactly("one");
        append("two\n");
        rotate();
        append("three\n");
        rotate();
        append("four\n");

        assertThat(readAll()).containsExactly("two", "three", "four");
    }

    @Test
    void beginsWithTheOldestWhereThePlaceIsGone() throws IOException {
        append("one\n");
        rotate();
        append("two\n");
        place = Optional.of(new LogFile.Place("(dev=0,ino=0)", 5));

        assertThat(readAll()).containsExactly("one", "two");
    }

    @Test
    void readsMoreThanFitsAtATime() throws IOException {
        var line = "x".repeat(999) + "\n";
        append(line.repeat(1000));

        assertThat(readAll()).hasSize(1000).allMatch(read -> read.length() == 999);
    }

    @Test
    void passesOverWhatIsNoLine() throws IOException {
        append("x".repeat(600_000) + "\nafter\n");

        assertThat(readAll()).endsWith("after");
    }

    private List<String> readAll() throws IOException {
        var lines = new ArrayList<String>();
        for (var piece = log.readFrom(place); piece.isPresent(); piece = log.readFrom(place)) {
            lines.addAll(piece.get().lines());
            place = Optional.of(piece.get().end());
        }
        return lines;
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void rotate() throws IOException {
        var older = folder.resolve("mail.log.1");
        if (Files.exists(older)) {
            Files.move(older, folder.resolve("mail.log.2"));
        }
        Files.move(file, older);
    }
}
