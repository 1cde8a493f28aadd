package dev.postern.backup.engine;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is saved, where to, and with which programs.
 *
 * @param state the directory for the history and for what is only needed while something is done
 * @param temporary the directory for what must not outlive the container
 * @param revision the version of the platform, as the manifests tell it
 */
@Validated
@ConfigurationProperties("postern.backup")
public record EngineSettings(
        @DefaultValue("/var/lib/postern/backup") Path state,
        @DefaultValue("/tmp") Path temporary,
        @DefaultValue("unknown") String revision,
        @Valid @DefaultValue Repository repository,
        @Valid @DefaultValue Sources sources,
        @Valid @DefaultValue Database database,
        @Valid @DefaultValue Restic restic,
        @Valid @DefaultValue Keep keep) {

    /**
     * The local repository.
     *
     * @param directory where it lies
     * @param passwordFile the file with the password that opens it
     */
    public record Repository(
            @DefaultValue("/data/backup/repository") Path directory,

            @DefaultValue("/run/secrets/backup_repository_password")
            Path passwordFile) {}

    /**
     * The directories that are saved.
     *
     * @param mail the mail store
     * @param dkim dkim-tools' key store
     * @param configuration the sealed settings and secrets
     * @param certificates the sealed certificates
     * @param learning Valkey's data
     */
    public record Sources(
            @DefaultValue("/data/mail") Path mail,
            @DefaultValue("/data/dkim") Path dkim,
            @DefaultValue("/data/sealed/config") Path configuration,
            @DefaultValue("/data/sealed/certs") Path certificates,
            @DefaultValue("/data/valkey") Path learning) {}

    /**
     * MariaDB.
     *
     * @param host its name
     * @param port its port
     * @param user the user that may read everything
     * @param passwordFile the file with that user's password
     * @param client the program mariadb
     * @param dump the program mariadb-dump
     */
    public record Database(
            @DefaultValue("mariadb") @NotBlank String host,
            @DefaultValue("3306") @Min(1) @Max(65_535) int port,
            @DefaultValue("backup") @NotBlank String user,
            @DefaultValue("/run/secrets/db_backup_password") Path passwordFile,
            @DefaultValue("/usr/bin/mariadb") Path client,
            @DefaultValue("/usr/bin/mariadb-dump") Path dump) {}

    /**
     * The engine.
     *
     * @param program restic
     * @param limit how long one of its commands may take
     */
    public record Restic(
            @DefaultValue("/usr/bin/restic") Path program,
            @DefaultValue("12h") @DurationMin(minutes = 1) Duration limit) {}

    /**
     * How many backups are kept.
     *
     * @param daily of the daily ones
     * @param weekly of the weekly ones
     * @param continuous of those in between
     * @param manual of those that somebody asked for
     */
    public record Keep(
            @DefaultValue("7") @Min(1) int daily,
            @DefaultValue("4") @Min(1) int weekly,
            @DefaultValue("96") @Min(1) int continuous,
            @DefaultValue("7") @Min(1) int manual) {}
}
