package dev.postern.backup.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureStorageTest {

    private static final Instant NOW = Instant.parse("2026-01-31T08:15:30Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private Map<Role, Path> places;

    @BeforeEach
    void makePlaces() throws IOException {
        places = Map.of(
                Role.MAIL, Files.createDirectory(folder.resolve("mail")),
                Role.DATABASE, Files.createDirectory(folder.resolve("db")),
                Role.BACKUP, Files.createDirectory(folder.resolve("backup")));
    }

    @Test
    void looksAtEveryPlaceInOrder() {
        var report = measure(new DiskFree(PATIENCE));

        assertThat(report.measuredAt()).isEqualTo(NOW);
        assertThat(report.findings()).extracting(Finding::role).containsExactly(Role.MAIL, Role.DATABASE, Role.BACKUP);
        assertThat(report.findings())
                .extracting(Finding::path)
                .containsExactly(folder.resolve("mail"), folder.resolve("db"), folder.resolve("backup"));
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void noticesThatTheBackupLiesBesideTheMail() {
        assertThat(measure(new DiskFree(PATIENCE)).separation()).isEqualTo(Separation.SAME_FILE_SYSTEM);
    }

    @Test
    void saysWhyAPlaceCannotBeMeasuredAndMeasuresTheOthers() throws IOException {
        Files.delete(folder.resolve("backup"));

        var report = measure(new DiskFree(PATIENCE));

        assertThat(report.findings().getLast())
                .isInstanceOfSatisfying(
                        Finding.Unmeasured.class,
                        finding -> assertThat(finding.reason())
                                .contains(folder.resolve("backup").toString(), "No such file or directory"));
        assertThat(report.separation()).isEqualTo(Separation.UNKNOWN);
        assertThat(report.levelOf(Role.MAIL)).isNotEqualTo(Level.UNKNOWN);
    }

    @Test
    void saysThatAPlaceVanishedWhileItLooked() throws IOException {
        Files.delete(folder.resolve("mail"));

        var report = measure(answering("ext4 100 10 90 100 1 99 /dev/sda1"));

        assertThat(report.findings().getFirst())
                .isInstanceOfSatisfying(
                        Finding.Unmeasured.class,
                        finding -> assertThat(finding.reason()).isEqualTo(folder.resolve("mail") + " does not exist"));
    }

    @Test
    void followsALinkToWhereThePlaceReallyIs() throws IOException {
        Files.delete(folder.resolve("backup"));
        Files.createSymbolicLink(folder.resolve("backup"), Path.of("/proc"));

        assertThat(measure(new DiskFree(PATIENCE)).fileSystemOf(Role.BACKUP))
                .hasValueSatisfying(it -> assertThat(it.type()).isEqualTo("proc"));
    }

    @Test
    void comparesWithTheThresholds() {
        assertThat(measure(answering("ext4 100 79 21 100 1 99 /dev/sda1")).levelOf(Role.MAIL))
                .isEqualTo(Level.OK);
        assertThat(measure(answering("ext4 100 80 20 100 1 99 /dev/sda1")).levelOf(Role.MAIL))
                .isEqualTo(Level.WARNING);
        assertThat(measure(answering("ext4 100 1 99 100 95 5 /dev/sda1")).levelOf(Role.MAIL))
                .isEqualTo(Level.ALARM);
    }

    private StorageReport measure(DiskFree diskFree) {
        return new MeasureStorage(
                        places,
                        new Thresholds(80, 90),
                        diskFree,
                        new Disks(folder.resolve("no sys")),
                        InstantSource.fixed(NOW))
                .measure();
    }

    private static DiskFree answering(String line) {
        return new DiskFree(List.of("sh", "-c", "echo Type; echo '%s'".formatted(line), "df"), PATIENCE);
    }
}
