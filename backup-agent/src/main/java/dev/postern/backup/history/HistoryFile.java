package dev.postern.backup.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * The file of the history. Several processes use it: the service, and whoever types a command. One that cannot be read is
 * put aside, since the repository knows better.
 */
final class HistoryFile {

    private static final Logger log = LoggerFactory.getLogger(HistoryFile.class);
    private static final int PATIENCE_IN_MILLISECONDS = 20_000;
    private static final int VERSION = 1;

    private HistoryFile() {}

    static DataSource open(Path file, InstantSource clock) {
        try {
            return prepared(file);
        } catch (DataAccessException damaged) {
            putAside(file, clock, damaged);
            return prepared(file);
        }
    }

    private static DataSource prepared(Path file) {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.NORMAL);
        config.setBusyTimeout(PATIENCE_IN_MILLISECONDS);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        var database = JdbcClient.create(source);
        var version = database.sql("PRAGMA user_version").query(Integer.class).single();
        if (version < VERSION) {
            new ResourceDatabasePopulator(new ClassPathResource("history.sql")).execute(source);
        }
        database.sql("SELECT COUNT(*) FROM run").query(Long.class).single();
        return source;
    }

    private static void putAside(Path file, InstantSource clock, DataAccessException damaged) {
        var aside = file.resolveSibling(
                file.getFileName() + ".damaged-" + clock.instant().getEpochSecond());
        log.warn("The history {} cannot be read; it is put aside as {} and made anew", file, aside, damaged);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
        } catch (IOException failure) {
            throw new UncheckedIOException("The history %s can neither be read nor put aside".formatted(file), failure);
        }
    }
}
