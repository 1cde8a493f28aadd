package dev.postern.ingest.receipts;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where receipts are kept, and how they get there.
 *
 * @param url of MariaDB's schema
 * @param username of the database user
 * @param passwordFile read at each new connection
 * @param maxConnections to the database
 * @param retention after which receipts are deleted; Sieve remembers delivery keys as long
 * @param maxUnwritten receipts kept in memory while MariaDB is away. When there are as many, no more mail is taken
 * @param batchSize receipts written at a time
 * @param writeEvery how long receipts are gathered before they are written
 */
@Validated
@ConfigurationProperties("postern.ingest.receipts")
record ReceiptSettings(
        @NotBlank @DefaultValue("jdbc:mariadb://mariadb:3306/ingest")
        String url,

        @NotBlank @DefaultValue("ingest") String username,

        @NotNull @DefaultValue("/run/secrets/db_ingest_password")
        Path passwordFile,

        @Min(2) @Max(20) @DefaultValue("4") int maxConnections,

        @DurationMin(days = 1) @DurationMax(days = 400) @DefaultValue("30d")
        Duration retention,

        @Min(100) @Max(100_000) @DefaultValue("10000") int maxUnwritten,
        @Min(1) @Max(5000) @DefaultValue("250") int batchSize,

        @DurationMin(millis = 0) @DurationMax(seconds = 10) @DefaultValue("200ms")
        Duration writeEvery) {}
