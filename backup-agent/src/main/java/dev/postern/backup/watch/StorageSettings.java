package dev.postern.backup.watch;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The places that are watched.
 *
 * @param mail where the mail lies
 * @param database where MariaDB's files lie
 * @param backup where backups lie
 * @param warnAt from how full on a place is shown as a warning, in percent
 * @param alarmAt from how full on a place is shown as an alarm, in percent; more than the warning
 * @param interval how long to wait from one measurement to the next
 * @param patience how long a file system may take to answer
 */
@Validated
@ConfigurationProperties("postern.backup.storage")
record StorageSettings(
        @DefaultValue("/data/mail") Path mail,
        @DefaultValue("/data/db") Path database,
        @DefaultValue("/data/backup") Path backup,
        @DefaultValue("80") @Min(1) @Max(99) int warnAt,
        @DefaultValue("90") @Min(2) @Max(100) int alarmAt,
        @DefaultValue("1m") @DurationMin(seconds = 1) Duration interval,
        @DefaultValue("5s") @DurationMin(millis = 100) Duration patience) {

    @AssertTrue(message = "must be less than postern.backup.storage.alarm-at")
    boolean isWarnAtBeforeAlarm() {
        return warnAt < alarmAt;
    }
}
