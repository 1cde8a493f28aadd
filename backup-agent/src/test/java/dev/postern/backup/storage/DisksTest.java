package dev.postern.backup.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The directories are laid out as Linux lays them out below {@code /sys}. */
class DisksTest {

    @TempDir
    Path sys;

    private Disks disks;

    @BeforeEach
    void makeDirectories() throws IOException {
        Files.createDirectories(sys.resolve("dev/block"));
        Files.createDirectories(sys.resolve("class/block"));
        disks = new Disks(sys);
    }

    @Test
    void findsTheDiskOfAPartition() throws IOException {
        disk("sda", "8:0", "1");
        partition("sda", "sda1", "8:1");

        assertThat(disks.below(number(8, 1), "/dev/sda1")).containsExactly(new Disk("sda", Disk.Medium.ROTATING));
    }

    @Test
    void findsADiskWithoutPartitions() throws IOException {
        disk("nvme0n1", "259:0", "0");

        assertThat(disks.below(number(259, 0), "/dev/nvme0n1"))
                .containsExactly(new Disk("nvme0n1", Disk.Medium.SOLID_STATE));
    }

    @ParameterizedTest
    @CsvSource({"0, SOLID_STATE", "1, ROTATING", "?, UNKNOWN"})
    void tellsWhatTheDiskIsMadeOf(String rotational, Disk.Medium medium) throws IOException {
        disk("sda", "8:0", rotational);

        assertThat(disks.below(number(8, 0), "/dev/sda")).containsExactly(new Disk("sda", medium));
    }

    @Test
    void looksThroughEncryptionOnAVolumeOfTwoDisks() throws IOException {
        disk("sda", "8:0", "1");
        partition("sda", "sda2", "8:2");
        disk("sdb", "8:16", "1");
        slaves("dm-0", "253:0", "sda2", "sdb");
        slaves("dm-1", "253:1", "dm-0");

        assertThat(disks.below(number(253, 1), "/dev/mapper/data"))
                .extracting(Disk::name)
                .containsExactly("sda", "sdb");
    }

    @Test
    void findsByNameWhatHasANumberOfItsOwn() throws IOException {
        disk("sda", "8:0", "1");
        partition("sda", "sda3", "8:3");
        slaves("dm-0", "253:0", "sda3");
        Files.createDirectories(sys.resolve("class/block/dm-0/dm"));
        Files.writeString(sys.resolve("class/block/dm-0/dm/name"), "vg-mail\n");

        assertThat(disks.below(number(0, 47), "/dev/sda3"))
                .extracting(Disk::name)
                .containsExactly("sda");
        assertThat(disks.below(number(0, 47), "/dev/mapper/vg-mail"))
                .extracting(Disk::name)
                .containsExactly("sda");
    }

    @ParameterizedTest
    @ValueSource(strings = {"loop0", "ram1", "zram0", "drbd0", "rbd3", "nbd7"})
    void believesNothingThatIsADiskInGuise(String name) throws IOException {
        disk(name, "7:0", "0");

        assertThat(disks.below(number(7, 0), "/dev/" + name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tmpfs",
                "nas:/export",
                "//nas/share",
                "overlay",
                "/dev/nothing",
                "/dev/mapper/nothing",
                "/dev/../../x"
            })
    void doesNotKnowWhatIsNoBlockDevice(String source) {
        assertThat(disks.below(number(0, 47), source)).isEmpty();
    }

    @Test
    void isAtALossWithoutTheKernelsHelp() throws IOException {
        assertThat(new Disks(sys.resolve("missing")).below(number(8, 1), "/dev/mapper/data"))
                .isEmpty();
        Files.createSymbolicLink(sys.resolve("dev/block/8:1"), sys.resolve("dev/block/8:1"));
        assertThat(disks.below(number(8, 1), "tmpfs")).isEmpty();
    }

    @Test
    void readsBigDeviceNumbers() throws IOException {
        disk("sdz", "4095:1048575", "1");

        assertThat(disks.below(number(4095, 1048575), "x"))
                .extracting(Disk::name)
                .containsExactly("sdz");
    }

    private void disk(String name, String number, String rotational) throws IOException {
        var directory = Files.createDirectories(sys.resolve("devices").resolve(name));
        Files.createDirectories(directory.resolve("queue"));
        Files.writeString(directory.resolve("queue/rotational"), rotational + "\n");
        link(directory, name, number);
    }

    private void partition(String disk, String name, String number) throws IOException {
        var directory =
                Files.createDirectories(sys.resolve("devices").resolve(disk).resolve(name));
        Files.writeString(directory.resolve("partition"), "1\n");
        link(directory, name, number);
    }

    private void slaves(String name, String number, String... below) throws IOException {
        var directory = Files.createDirectories(sys.resolve("devices").resolve(name));
        var slaves = Files.createDirectories(directory.resolve("slaves"));
        for (var slave : below) {
            Files.createSymbolicLink(
                    slaves.resolve(slave),
                    sys.resolve("class/block").resolve(slave).toRealPath());
        }
        link(directory, name, number);
    }

    private void link(Path directory, String name, String number) throws IOException {
        Files.createSymbolicLink(sys.resolve("class/block").resolve(name), directory);
        Files.createSymbolicLink(sys.resolve("dev/block").resolve(number), directory);
    }

    /** How Linux packs the two numbers into one. */
    private static long number(long major, long minor) {
        return ((major & 0xfff) << 8) | ((major & ~0xfffL) << 32) | (minor & 0xff) | ((minor & ~0xffL) << 12);
    }
}
