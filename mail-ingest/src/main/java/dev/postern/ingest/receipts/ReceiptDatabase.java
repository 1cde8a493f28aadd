package dev.postern.ingest.receipts;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database, which may be away at any time: nothing here waits for it for long, least of all the start. */
@Configuration(proxyBeanMethods = false)
class ReceiptDatabase {

    private static final Duration PATIENCE = Duration.ofMillis(1500);

    /** It connects when it is first used. */
    @Bean
    HikariDataSource dataSource(ReceiptSettings settings) {
        var pool = new HikariDataSource();
        pool.setPoolName("receipts");
        pool.setDataSource(new PasswordFileDataSource(settings));
        pool.setMaximumPoolSize(settings.maxConnections());
        pool.setMinimumIdle(1);
        pool.setInitializationFailTimeout(-1);
        // Two that write about the same message at once, the journal and a relay's event, are no reason for either to
        // fail.
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setConnectionTimeout(PATIENCE.toMillis());
        pool.setValidationTimeout(Duration.ofSeconds(1).toMillis());
        return pool;
    }

    /** The writer of receipts migrates the schema when it first reaches the database. */
    @Bean
    FlywayMigrationStrategy migrateLater() {
        return _ -> {};
    }
}
