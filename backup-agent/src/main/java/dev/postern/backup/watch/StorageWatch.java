package dev.postern.backup.watch;

import dev.postern.backup.storage.Finding;
import dev.postern.backup.storage.MeasureStorage;
import dev.postern.backup.storage.StorageReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last measurement, and a line in the log whenever a place gets better or worse. */
public final class StorageWatch {

    private static final Logger log = LoggerFactory.getLogger(StorageWatch.class);

    private final MeasureStorage measurement;
    private volatile StorageReport latest;

    StorageWatch(MeasureStorage measurement) {
        this.measurement = measurement;
        this.latest = measurement.measure();
        latest.findings().forEach(StorageWatch::tell);
    }

    public StorageReport latest() {
        return latest;
    }

    void measure() {
        var before = latest;
        latest = measurement.measure();
        latest.findings().stream()
                .filter(now -> now.level() != before.levelOf(now.role()))
                .forEach(StorageWatch::tell);
    }

    private static void tell(Finding finding) {
        switch (finding) {
            case Finding.Unmeasured unknown -> log.warn("{}: cannot be measured: {}", unknown.path(), unknown.reason());
            case Finding.Measured place -> log.info("{}: {}, {}", place.path(), place.level(), place.fileSystem());
        }
    }
}
