package dev.postern.backup.watch;

import dev.postern.backup.storage.FileSystem;
import dev.postern.backup.storage.Level;
import dev.postern.backup.storage.Role;
import dev.postern.backup.storage.Separation;
import dev.postern.backup.storage.StorageReport;
import dev.postern.backup.storage.Usage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** The last measurement for Prometheus; what could not be measured is not a number. */
final class StorageMetrics implements MeterBinder {

    private final StorageWatch watch;

    StorageMetrics(StorageWatch watch) {
        this.watch = watch;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var role : Role.values()) {
            bindUsage(registry, role, "postern.storage", "bytes", fileSystem -> Optional.of(fileSystem.bytes()));
            bindUsage(registry, role, "postern.storage.files", "files", FileSystem::files);
            Gauge.builder("postern.storage.level", () -> numberOf(watch.latest().levelOf(role)))
                    .description("0 all right, 1 warning, 2 alarm, 3 unknown")
                    .tag("place", nameOf(role))
                    .register(registry);
        }
        Gauge.builder("postern.storage.separation", () -> separation(watch.latest()))
                .description("1 if the backup lies on another disk than the production data, 0 if not")
                .register(registry);
        TimeGauge.builder(
                        "postern.storage.measured",
                        () -> watch.latest().measuredAt().toEpochMilli(),
                        TimeUnit.MILLISECONDS)
                .description("When the storage was measured, in seconds since 1970")
                .register(registry);
    }

    private void bindUsage(
            MeterRegistry registry, Role role, String prefix, String unit, Function<FileSystem, Optional<Usage>> part) {
        bind(registry, role, prefix + ".total", unit, part, Usage::total);
        bind(registry, role, prefix + ".used", unit, part, Usage::used);
        bind(registry, role, prefix + ".available", unit, part, Usage::available);
    }

    private void bind(
            MeterRegistry registry,
            Role role,
            String name,
            String unit,
            Function<FileSystem, Optional<Usage>> part,
            ToLongFunction<Usage> figure) {
        ToDoubleFunction<StorageWatch> value = source -> source.latest()
                .fileSystemOf(role)
                .flatMap(part)
                .map(usage -> (double) figure.applyAsLong(usage))
                .orElse(Double.NaN);
        Gauge.builder(name, watch, value)
                .baseUnit(unit)
                .tag("place", nameOf(role))
                .register(registry);
    }

    private static String nameOf(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static int numberOf(Level level) {
        return switch (level) {
            case OK -> 0;
            case WARNING -> 1;
            case ALARM -> 2;
            case UNKNOWN -> 3;
        };
    }

    private static double separation(StorageReport report) {
        return switch (report.separation()) {
            case Separation.OTHER_DISK -> 1;
            case Separation.SAME_DISK, Separation.SAME_FILE_SYSTEM -> 0;
            case Separation.OTHER_FILE_SYSTEM, Separation.UNKNOWN -> Double.NaN;
        };
    }
}
