package dev.postern.backup.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.backup.storage.Level;
import dev.postern.backup.storage.MeasureStorage;
import dev.postern.backup.storage.Role;
import dev.postern.backup.storage.Thresholds;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StorageWatchTest {

    private static final Instant START = Instant.parse("2026-01-31T08:15:30Z");
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private Instant now = START;
    private StorageWatch watch;

    @BeforeEach
    void startWatching() throws IOException {
        Files.createDirectory(folder.resolve("backup"));
        var places = Map.of(Role.MAIL, folder, Role.DATABASE, folder, Role.BACKUP, folder.resolve("backup"));
        watch = new StorageWatch(new MeasureStorage(places, new Thresholds(99, 100), Duration.ofSeconds(30), clock()));
    }

    @Test
    void knowsAllFromTheStart() {
        assertThat(watch.latest().measuredAt()).isEqualTo(START);
        assertThat(watch.latest().isComplete()).isTrue();
    }

    @Test
    void logsAPlaceThatIsLostOnceAndAgainWhenItIsBack(CapturedOutput log) throws IOException {
        var lost = folder.resolve("backup") + ": cannot be measured";
        var back = folder.resolve("backup") + ": OK";
        var before = log.getAll().length();
        Files.delete(folder.resolve("backup"));

        watch.measure();
        watch.measure();

        assertThat(watch.latest().levelOf(Role.BACKUP)).isEqualTo(Level.UNKNOWN);
        assertThat(log.getAll().substring(before)).containsOnlyOnce(lost).doesNotContain(back);

        Files.createDirectory(folder.resolve("backup"));
        watch.measure();
        watch.measure();

        assertThat(watch.latest().isComplete()).isTrue();
        assertThat(log.getAll().substring(before)).containsOnlyOnce(lost).containsOnlyOnce(back);
    }

    @Test
    void isHealthyWhileItMeasures() throws IOException {
        var health = new StorageHealth(watch, INTERVAL, clock());
        assertThat(statusOf(health)).isEqualTo(Status.UP);

        now = START.plus(INTERVAL.multipliedBy(3));
        assertThat(statusOf(health)).isEqualTo(Status.UP);
        now = now.plusSeconds(1);
        assertThat(statusOf(health)).isEqualTo(Status.DOWN);

        watch.measure();
        assertThat(statusOf(health)).isEqualTo(Status.UP);
        Files.delete(folder.resolve("backup"));
        watch.measure();
        assertThat(statusOf(health)).isEqualTo(Status.DOWN);
    }

    @Test
    void countsForPrometheus() throws IOException {
        var registry = new SimpleMeterRegistry();
        new StorageMetrics(watch).bindTo(registry);

        assertThat(gauge(registry, "postern.storage.total", "backup"))
                .isEqualTo((double) Files.getFileStore(folder).getTotalSpace());
        assertThat(gauge(registry, "postern.storage.level", "backup")).isZero();
        assertThat(registry.get("postern.storage.separation").gauge().value()).isZero();
        assertThat(registry.get("postern.storage.measured").timeGauge().value(TimeUnit.SECONDS))
                .isEqualTo((double) START.getEpochSecond());

        Files.delete(folder.resolve("backup"));
        watch.measure();

        assertThat(gauge(registry, "postern.storage.total", "backup")).isNaN();
        assertThat(gauge(registry, "postern.storage.available", "mail")).isNotNaN();
        assertThat(gauge(registry, "postern.storage.level", "backup")).isEqualTo(3);
        assertThat(registry.get("postern.storage.separation").gauge().value()).isNaN();
    }

    private InstantSource clock() {
        return () -> now;
    }

    private static Status statusOf(StorageHealth indicator) {
        var health = indicator.health();
        assertThat(health).isNotNull();
        return health.getStatus();
    }

    private static double gauge(MeterRegistry registry, String name, String place) {
        return registry.get(name).tag("place", place).gauge().value();
    }
}
