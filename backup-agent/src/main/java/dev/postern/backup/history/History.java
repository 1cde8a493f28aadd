package dev.postern.backup.history;

import dev.postern.backup.catalogue.ManifestJson;
import dev.postern.backup.catalogue.UnreadableManifest;
import dev.postern.backup.manifest.Component;
import dev.postern.backup.manifest.Manifest;
import dev.postern.backup.manifest.RunId;
import dev.postern.backup.manifest.Trigger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The backups that were begun, and a few facts beside them. */
public final class History {

    private final JdbcClient database;
    private final InstantSource clock;

    /** Opens the history in a directory; makes one where there is none. */
    public History(Path directory, InstantSource clock) {
        this.database = JdbcClient.create(HistoryFile.open(directory.resolve("history.sqlite"), clock));
        this.clock = clock;
    }

    JdbcClient database() {
        return database;
    }

    public void began(RunId run, Set<Trigger> triggers, Set<Component> scope) {
        database.sql("""
                        INSERT INTO run (id, triggers, scope, started_at, state)
                        VALUES (:id, :triggers, :scope, :now, 'RUNNING')
                        """)
                .param("id", run.value())
                .param("triggers", words(triggers))
                .param("scope", words(scope))
                .param("now", clock.millis())
                .update();
    }

    /** There is no backup. */
    public void failed(RunId run, RunState state, String problem) {
        database.sql("UPDATE run SET state = :state, problem = :problem, finished_at = :now WHERE id = :id")
                .param("state", state.name())
                .param("problem", problem)
                .param("now", clock.millis())
                .param("id", run.value())
                .update();
    }

    /** There is a backup; known or not until now. */
    public void finished(Manifest manifest) {
        var state = manifest.isComplete() ? RunState.COMPLETE : RunState.INCOMPLETE;
        database.sql("""
                        INSERT INTO run (id, triggers, scope, started_at, finished_at, state, problem, manifest, kept)
                        VALUES (:id, :triggers, :scope, :started, :finished, :state, :problem, :manifest, 1)
                        ON CONFLICT (id) DO UPDATE SET finished_at = excluded.finished_at, state = excluded.state,
                            problem = excluded.problem, manifest = excluded.manifest, kept = 1
                        """)
                .param("id", manifest.run().value())
                .param("triggers", words(manifest.triggers()))
                .param("scope", words(manifest.scope()))
                .param("started", manifest.startedAt().toEpochMilli())
                .param("finished", manifest.finishedAt().toEpochMilli())
                .param("state", state.name())
                .param("problem", problemIn(manifest))
                .param("manifest", new String(ManifestJson.write(manifest), StandardCharsets.UTF_8))
                .update();
    }

    /** Something beside the backup itself went wrong. */
    public void addProblem(RunId run, String problem) {
        database.sql("UPDATE run SET problem = CASE WHEN problem IS NULL THEN :problem"
                        + " ELSE problem || ' ' || :problem END WHERE id = :id")
                .param("problem", problem)
                .param("id", run.value())
                .update();
    }

    /** Whoever holds the lock knows that none of those that say so is at work. */
    public void endInterrupted() {
        database.sql("UPDATE run SET state = 'INTERRUPTED', finished_at = NULL,"
                        + " problem = 'It did not come to its end: the service was killed, or the machine went down.'"
                        + " WHERE state = 'RUNNING'")
                .update();
        database.sql("DELETE FROM progress").update();
    }

    /** Only these are still in the repository. */
    public void keptOnly(Set<RunId> runs) {
        kept().stream()
                .filter(run -> !runs.contains(run))
                .forEach(run -> database.sql("UPDATE run SET kept = 0, manifest = NULL WHERE id = :id")
                        .param("id", run.value())
                        .update());
    }

    public Set<RunId> kept() {
        return database.sql("SELECT id FROM run WHERE kept = 1")
                .query((row, _) -> new RunId(row.getString("id")))
                .set();
    }

    /** Forgets what was begun before a time and is not in the repository any more. */
    public void dropBefore(Instant time) {
        database.sql("DELETE FROM run WHERE kept = 0 AND state <> 'RUNNING' AND started_at < :time")
                .param("time", time.toEpochMilli())
                .update();
    }

    public Optional<RunRecord> find(RunId run) {
        return database.sql("SELECT * FROM run WHERE id = :id")
                .param("id", run.value())
                .query((row, _) -> record(row))
                .optional();
    }

    /** The newest first. */
    public List<RunRecord> latest(int limit) {
        return database.sql("SELECT * FROM run ORDER BY started_at DESC, id DESC LIMIT :limit")
                .param("limit", limit)
                .query((row, _) -> record(row))
                .list();
    }

    /** Those begun after a time, the newest first. */
    public List<RunRecord> since(Instant time) {
        return database.sql("SELECT * FROM run WHERE started_at >= :time ORDER BY started_at DESC, id DESC")
                .param("time", time.toEpochMilli())
                .query((row, _) -> record(row))
                .list();
    }

    public void note(String name, String value) {
        database.sql("INSERT INTO fact (name, value, at) VALUES (:name, :value, :now)"
                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = excluded.at")
                .param("name", name)
                .param("value", value)
                .param("now", clock.millis())
                .update();
    }

    public Optional<Fact> fact(String name) {
        return database.sql("SELECT value, at FROM fact WHERE name = :name")
                .param("name", name)
                .query((row, _) -> new Fact(row.getString("value"), Instant.ofEpochMilli(row.getLong("at"))))
                .optional();
    }

    /** Something noted, and when. */
    public record Fact(String value, Instant at) {}

    private static RunRecord record(ResultSet row) throws SQLException {
        return new RunRecord(
                new RunId(row.getString("id")),
                split(row.getString("triggers"))
                        .flatMap(word -> Trigger.named(word).stream())
                        .collect(Collectors.toSet()),
                split(row.getString("scope"))
                        .flatMap(word -> Component.named(word).stream())
                        .collect(Collectors.toSet()),
                Instant.ofEpochMilli(row.getLong("started_at")),
                Optional.ofNullable(row.getObject("finished_at"))
                        .map(time -> Instant.ofEpochMilli(((Number) time).longValue())),
                RunState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("problem")),
                manifest(row.getString("manifest")),
                row.getBoolean("kept"));
    }

    private static Optional<Manifest> manifest(@Nullable String json) {
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ManifestJson.read(json.getBytes(StandardCharsets.UTF_8)));
        } catch (UnreadableManifest damaged) {
            return Optional.empty();
        }
    }

    private static @Nullable String problemIn(Manifest manifest) {
        var problems = Stream.concat(
                        manifest.gaps().stream().map(gap -> gap.reason()),
                        manifest.parts().stream().flatMap(part -> part.problems().stream()))
                .collect(Collectors.joining(" "));
        return problems.isEmpty() ? null : problems;
    }

    private static Stream<String> split(String words) {
        return Arrays.stream(words.split(","));
    }

    private static String words(Set<? extends Enum<?>> values) {
        return values.stream()
                .sorted()
                .map(value -> switch (value) {
                    case Trigger trigger -> trigger.word();
                    case Component component -> component.word();
                    default -> value.name();
                })
                .collect(Collectors.joining(","));
    }
}
