package dev.postern.backup.web;

import dev.postern.backup.storage.Disk;
import dev.postern.backup.storage.FileSystem;
import dev.postern.backup.storage.Finding;
import dev.postern.backup.storage.StorageReport;
import dev.postern.backup.storage.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The last measurement as the API shows it. */
record StorageResource(Instant measuredAt, String separation, List<Place> places) {

    static StorageResource of(StorageReport report) {
        return new StorageResource(
                report.measuredAt(),
                nameOf(report.separation()),
                report.findings().stream().map(Place::of).toList());
    }

    private static String nameOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * One place.
     *
     * @param problem why it could not be measured
     * @param fileSystem what it is on, if it could be measured
     */
    record Place(
            String place,
            String path,
            String level,
            @Nullable String problem,
            @Nullable OnFileSystem fileSystem) {

        private static Place of(Finding finding) {
            return switch (finding) {
                case Finding.Measured measured -> of(measured, null, OnFileSystem.of(measured.fileSystem()));
                case Finding.Unmeasured unknown -> of(unknown, unknown.reason(), null);
            };
        }

        private static Place of(Finding finding, @Nullable String problem, @Nullable OnFileSystem fileSystem) {
            return new Place(
                    nameOf(finding.role()), finding.path().toString(), nameOf(finding.level()), problem, fileSystem);
        }
    }

    record OnFileSystem(
            String source,
            String type,
            List<OnDisk> disks,
            Share bytes,
            @Nullable Share files) {

        private static OnFileSystem of(FileSystem fileSystem) {
            return new OnFileSystem(
                    fileSystem.source(),
                    fileSystem.type(),
                    fileSystem.disks().stream().map(OnDisk::of).toList(),
                    Share.of(fileSystem.bytes()),
                    fileSystem.files().map(Share::of).orElse(null));
        }
    }

    record OnDisk(String name, String medium) {

        private static OnDisk of(Disk disk) {
            return new OnDisk(disk.name(), nameOf(disk.medium()));
        }
    }

    record Share(long total, long used, long available, int usedPercent) {

        private static Share of(Usage usage) {
            return new Share(usage.total(), usage.used(), usage.available(), usage.percent());
        }
    }
}
