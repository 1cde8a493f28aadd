package dev.postern.backup.watch;

import dev.postern.backup.storage.MeasureStorage;
import dev.postern.backup.storage.Role;
import dev.postern.backup.storage.Thresholds;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WatchConfiguration {

    @Bean
    StorageWatch storageWatch(StorageSettings settings) {
        var places = Map.of(
                Role.MAIL, settings.mail(),
                Role.DATABASE, settings.database(),
                Role.BACKUP, settings.backup());
        var thresholds = new Thresholds(settings.warnAt(), settings.alarmAt());
        return new StorageWatch(new MeasureStorage(places, thresholds, settings.patience(), InstantSource.system()));
    }

    @Bean
    SchedulingConfigurer measureAgainAndAgain(StorageWatch watch, StorageSettings settings) {
        return schedule -> schedule.addFixedDelayTask(watch::measure, settings.interval());
    }

    @Bean
    MeterBinder storageMetrics(StorageWatch watch) {
        return new StorageMetrics(watch);
    }

    @Bean
    HealthIndicator storageHealthIndicator(StorageWatch watch, StorageSettings settings) {
        return new StorageHealth(watch, settings.interval(), InstantSource.system());
    }
}
