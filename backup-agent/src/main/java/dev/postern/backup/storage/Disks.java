package dev.postern.backup.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds the disks below a file system in the kernel's {@code /sys}: through partitions, and through encryption, volume
 * groups and RAID, which list the devices they lie on as their slaves.
 */
final class Disks {

    private static final String DEVICE_DIRECTORY = "/dev/";
    private static final String MAPPED = "mapper/";

    /** Files, memory and servers in the guise of a disk: what is behind them cannot be told. */
    private static final Pattern STAND_IN = Pattern.compile("(loop|z?ram|d?rbd|nbd)[0-9]+");

    private final Path sys;

    Disks(Path sys) {
        this.sys = sys;
    }

    /**
     * The disks that a file system lies on.
     *
     * @param device the number of the file system
     * @param source what is mounted
     * @return nothing if that cannot be seen, as for a network file system
     */
    SortedSet<Disk> below(long device, String source) {
        var disks = new TreeSet<Disk>();
        try {
            var block = byNumber(device).or(() -> bySource(source));
            if (block.isPresent()) {
                collect(block.get(), disks);
            }
        } catch (IOException unreadable) {
            // A kernel that does not tell is the same as one that does not know.
            disks.clear();
        }
        return disks;
    }

    private Optional<Path> byNumber(long device) {
        return existing(sys.resolve("dev/block/%d:%d".formatted(major(device), minor(device))));
    }

    /** Btrfs and the like have numbers of their own, but name the device they are on. */
    private Optional<Path> bySource(String source) {
        if (!source.startsWith(DEVICE_DIRECTORY)) {
            return Optional.empty();
        }
        var name = source.substring(DEVICE_DIRECTORY.length());
        return name.startsWith(MAPPED)
                ? byMappedName(name.substring(MAPPED.length()))
                : existing(sys.resolve("class/block").resolve(name.replace('/', '!')));
    }

    private Optional<Path> byMappedName(String name) {
        try (var devices = Files.list(sys.resolve("class/block"))) {
            return devices.filter(device ->
                            name.equals(read(device.resolve("dm/name")).orElse("")))
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Path> existing(Path path) {
        return Files.exists(path) ? Optional.of(path) : Optional.empty();
    }

    private void collect(Path link, SortedSet<Disk> disks) throws IOException {
        var block = link.toRealPath();
        var slaves = slavesOf(block);
        if (!slaves.isEmpty()) {
            for (var slave : slaves) {
                collect(slave, disks);
            }
        } else {
            var disk = diskOf(block);
            if (!STAND_IN.matcher(nameOf(disk)).matches()) {
                disks.add(describe(disk));
            }
        }
    }

    /** A partition's directory lies in that of its disk. */
    private static Path diskOf(Path block) {
        return Files.exists(block.resolve("partition")) ? block.resolve("..").normalize() : block;
    }

    private static List<Path> slavesOf(Path block) throws IOException {
        try (var slaves = Files.list(block.resolve("slaves"))) {
            return slaves.toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private static Disk describe(Path block) {
        var medium = switch (read(block.resolve("queue/rotational")).orElse("")) {
            case "0" -> Disk.Medium.SOLID_STATE;
            case "1" -> Disk.Medium.ROTATING;
            default -> Disk.Medium.UNKNOWN;
        };
        return new Disk(nameOf(block), medium);
    }

    private static String nameOf(Path block) {
        return String.valueOf(block.getFileName());
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** How Linux packs the two numbers into one. */
    private static long major(long device) {
        return (device >>> 8 & 0xfffL) | (device >>> 32 & ~0xfffL);
    }

    private static long minor(long device) {
        return (device & 0xffL) | (device >>> 12 & ~0xffL);
    }
}
