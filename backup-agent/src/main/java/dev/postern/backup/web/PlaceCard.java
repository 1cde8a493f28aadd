package dev.postern.backup.web;

import dev.postern.backup.storage.Disk;
import dev.postern.backup.storage.FileSystem;
import dev.postern.backup.storage.Finding;
import dev.postern.backup.storage.Role;
import dev.postern.backup.storage.Usage;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows of one place.
 *
 * @param problem why it could not be measured
 * @param mounted what it is on, if it could be measured
 */
record PlaceCard(
        String role,
        String path,
        String level,
        @Nullable String problem,
        @Nullable Mounted mounted) {

    static PlaceCard of(Finding finding) {
        return switch (finding) {
            case Finding.Measured measured -> of(measured, null, Mounted.of(measured.role(), measured.fileSystem()));
            case Finding.Unmeasured unknown -> of(unknown, unknown.reason(), null);
        };
    }

    private static PlaceCard of(Finding finding, @Nullable String problem, @Nullable Mounted mounted) {
        return new PlaceCard(
                finding.role().name(),
                finding.path().toString(),
                finding.level().name(),
                problem,
                mounted);
    }

    /** @param meterId names the figure that a bar on the page belongs to */
    record Mounted(
            String meterId,
            String source,
            String type,
            List<Disk> disks,
            Bar bytes,
            @Nullable Bar files) {

        private static Mounted of(Role role, FileSystem fileSystem) {
            return new Mounted(
                    "usage-" + role.name().toLowerCase(Locale.ROOT),
                    fileSystem.source(),
                    fileSystem.type(),
                    List.copyOf(fileSystem.disks()),
                    Bar.of(fileSystem.bytes(), PlaceCard::bytes),
                    fileSystem
                            .files()
                            .map(usage -> Bar.of(usage, PlaceCard::count))
                            .orElse(null));
        }
    }

    /** A share, and its figures in words. */
    record Bar(int percent, String used, String total, String available) {

        private static Bar of(Usage usage, LongFunction<String> words) {
            return new Bar(
                    usage.percent(),
                    words.apply(usage.used()),
                    words.apply(usage.total()),
                    words.apply(usage.available()));
        }
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String bytes(long number) {
        var units = List.of("KiB", "MiB", "GiB", "TiB", "PiB", "EiB");
        var size = number / 1024.0;
        var unit = 0;
        // What would be rounded to 1024.0 is shown in the next unit.
        while (size >= 1023.95 && unit < units.size() - 1) {
            size /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", size, units.get(unit));
    }
}
