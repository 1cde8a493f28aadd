package dev.postern.backup.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;

/**
 * Looks at every place once. The file systems tell their figures to everybody, so that no right to read anybody's mail
 * is needed.
 */
public final class MeasureStorage {

    private final Map<Role, Path> places;
    private final Thresholds thresholds;
    private final DiskFree diskFree;
    private final Disks disks;
    private final InstantSource clock;

    /** @param patience how long a file system may take to answer */
    public MeasureStorage(Map<Role, Path> places, Thresholds thresholds, Duration patience, InstantSource clock) {
        this(places, thresholds, new DiskFree(patience), new Disks(Path.of("/sys")), clock);
    }

    MeasureStorage(Map<Role, Path> places, Thresholds thresholds, DiskFree diskFree, Disks disks, InstantSource clock) {
        this.places = Map.copyOf(places);
        this.thresholds = thresholds;
        this.diskFree = diskFree;
        this.disks = disks;
        this.clock = clock;
    }

    public StorageReport measure() {
        var findings = places.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(place -> look(place.getKey(), place.getValue()))
                .toList();
        return StorageReport.of(clock.instant(), findings);
    }

    private Finding look(Role role, Path path) {
        try {
            // First the question that may hang, in a process that can be given up.
            var answer = diskFree.ask(path);
            var device = (Long) Files.getAttribute(path, "unix:dev");
            var fileSystem = new FileSystem(
                    device,
                    answer.source(),
                    answer.type(),
                    disks.below(device, answer.source()),
                    answer.bytes(),
                    answer.files());
            return Finding.Measured.of(role, path, fileSystem, thresholds);
        } catch (NoSuchFileException missing) {
            return new Finding.Unmeasured(role, path, path + " does not exist");
        } catch (IOException failure) {
            return new Finding.Unmeasured(role, path, String.valueOf(failure.getMessage()));
        }
    }
}
