package dev.postern.backup.history;

import dev.postern.backup.restic.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the work of the moment is, for every process that asks. */
public final class ProgressBoard {

    private static final Duration SELDOM = Duration.ofSeconds(1);

    private final JdbcClient database;
    private final InstantSource clock;

    public ProgressBoard(History history, InstantSource clock) {
        this.database = history.database();
        this.clock = clock;
    }

    /**
     * What is on the board.
     *
     * @param task a backup's name, or another word for what is being done
     * @param subject a component's name
     */
    public record Sight(String task, String subject, Progress progress, Instant startedAt, Instant toldAt) {}

    public Optional<Sight> look() {
        return database.sql("SELECT * FROM progress")
                .query((row, _) -> new Sight(
                        row.getString("task"),
                        row.getString("subject"),
                        new Progress(
                                row.getLong("files"),
                                row.getLong("total_files"),
                                row.getLong("bytes"),
                                row.getLong("total_bytes")),
                        Instant.ofEpochMilli(row.getLong("started_at")),
                        Instant.ofEpochMilli(row.getLong("told_at"))))
                .optional();
    }

    /** Begins with something, and gives the one to tell about its progress. */
    public Consumer<Progress> begin(String task, String subject) {
        var started = clock.instant();
        write(new Sight(task, subject, Progress.NONE, started, started));
        return new Consumer<>() {
            private Instant told = started;

            @Override
            public synchronized void accept(Progress progress) {
                var now = clock.instant();
                if (Duration.between(told, now).compareTo(SELDOM) >= 0) {
                    told = now;
                    write(new Sight(task, subject, progress, started, now));
                }
            }
        };
    }

    public void clear() {
        database.sql("DELETE FROM progress").update();
    }

    private void write(Sight sight) {
        database.sql("""
                        INSERT OR REPLACE INTO progress
                            (one, task, subject, files, total_files, bytes, total_bytes, started_at, told_at)
                        VALUES (1, :task, :subject, :files, :totalFiles, :bytes, :totalBytes, :started, :told)
                        """)
                .param("task", sight.task())
                .param("subject", sight.subject())
                .param("files", sight.progress().files())
                .param("totalFiles", sight.progress().totalFiles())
                .param("bytes", sight.progress().bytes())
                .param("totalBytes", sight.progress().totalBytes())
                .param("started", sight.startedAt().toEpochMilli())
                .param("told", sight.toldAt().toEpochMilli())
                .update();
    }
}
