package dev.postern.backup.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeparationTest {

    private static final FileSystem ON_SDA = fileSystem(1, "sda");
    private static final FileSystem ALSO_ON_SDA = fileSystem(2, "sda");
    private static final FileSystem ON_SDB = fileSystem(3, "sdb");
    private static final FileSystem ON_RAID_OF_SDA_AND_SDC = fileSystem(4, "sda", "sdc");
    private static final FileSystem SOMEWHERE = fileSystem(5);

    @Test
    void anotherDiskIsWhatOneWants() {
        assertThat(separation(ON_SDA, ON_SDA, ON_SDB)).isEqualTo(Separation.OTHER_DISK);
    }

    @Test
    void theSameDiskTakesBothWithIt() {
        assertThat(separation(ON_SDA, ON_SDA, ALSO_ON_SDA)).isEqualTo(Separation.SAME_DISK);
        assertThat(separation(ON_RAID_OF_SDA_AND_SDC, ON_SDB, ON_SDA)).isEqualTo(Separation.SAME_DISK);
    }

    @Test
    void theSameFileSystemIsTheWorst() {
        assertThat(separation(ON_SDA, ON_SDB, ON_SDB)).isEqualTo(Separation.SAME_FILE_SYSTEM);
        assertThat(separation(SOMEWHERE, ON_SDA, SOMEWHERE)).isEqualTo(Separation.SAME_FILE_SYSTEM);
    }

    @Test
    void oneSharedDiskOfTwoPlacesIsEnough() {
        assertThat(separation(ON_SDB, ON_SDA, ALSO_ON_SDA)).isEqualTo(Separation.SAME_DISK);
    }

    @Test
    void promisesNothingAboutDisksThatCannotBeSeen() {
        assertThat(separation(ON_SDA, ON_SDA, SOMEWHERE)).isEqualTo(Separation.OTHER_FILE_SYSTEM);
        assertThat(separation(SOMEWHERE, ON_SDA, ON_SDB)).isEqualTo(Separation.OTHER_FILE_SYSTEM);
    }

    @Test
    void isUnknownWhileAPlaceCannotBeMeasured() {
        var missing = new Finding.Unmeasured(Role.MAIL, Path.of("/data/mail"), "it does not exist");

        var report = report(List.of(missing, measured(Role.DATABASE, ON_SDA), measured(Role.BACKUP, ON_SDB)));

        assertThat(report.separation()).isEqualTo(Separation.UNKNOWN);
        assertThat(report.isComplete()).isFalse();
        assertThat(report.levelOf(Role.MAIL)).isEqualTo(Level.UNKNOWN);
        assertThat(report.levelOf(Role.BACKUP)).isEqualTo(Level.OK);
        assertThat(report.fileSystemOf(Role.MAIL)).isEmpty();
        assertThat(report.fileSystemOf(Role.BACKUP)).contains(ON_SDB);
    }

    private static Separation separation(FileSystem mail, FileSystem database, FileSystem backup) {
        var report = report(
                List.of(measured(Role.MAIL, mail), measured(Role.DATABASE, database), measured(Role.BACKUP, backup)));
        assertThat(report.isComplete()).isTrue();
        return report.separation();
    }

    private static StorageReport report(List<Finding> findings) {
        return StorageReport.of(Instant.EPOCH, findings);
    }

    private static Finding measured(Role role, FileSystem fileSystem) {
        return Finding.Measured.of(role, Path.of("/data"), fileSystem, new Thresholds(80, 90));
    }

    private static FileSystem fileSystem(long device, String... disks) {
        var known = new TreeSet<>(Stream.of(disks)
                .map(name -> new Disk(name, Disk.Medium.UNKNOWN))
                .toList());
        return new FileSystem(device, "/dev/x", "ext4", known, new Usage(100, 10, 90), Optional.empty());
    }
}
