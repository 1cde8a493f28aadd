package dev.postern.backup.database;

import dev.postern.backup.manifest.Entry;
import dev.postern.backup.process.Command;
import dev.postern.backup.process.Ending;
import dev.postern.backup.process.Program;
import dev.postern.backup.process.ProgramFailure;
import dev.postern.backup.process.Streams;
import dev.postern.backup.restic.Work;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** MariaDB as the user for backups sees it. */
public final class Database {

    /** What a server makes by itself. Users and rights are made from the secrets, at each start. */
    private static final String OWN = "'information_schema', 'performance_schema', 'mysql', 'sys'";

    private static final int BUFFER = 64 * 1024;
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final String ACCESS_DENIED = "ERROR 1044";

    private final DatabaseServer server;

    public Database(DatabaseServer server) {
        this.server = server;
    }

    public String version(Work work) throws DatabaseUnavailable {
        return ask(work, "SELECT VERSION()", Optional.empty()).getFirst();
    }

    /** Every schema that holds data of the platform or of whoever added one. */
    public List<String> schemas(Work work) throws DatabaseUnavailable {
        return ask(
                work,
                "SELECT schema_name FROM information_schema.schemata WHERE schema_name NOT IN (%s) ORDER BY 1"
                        .formatted(OWN),
                Optional.empty());
    }

    /** Whether the user may read a schema; its name is seen in any case. */
    public boolean mayRead(String schema, Work work) throws DatabaseUnavailable {
        try {
            ask(work, "SELECT 1", Optional.of(schema));
            return true;
        } catch (DatabaseUnavailable refused) {
            if (refused.getMessage().contains(ACCESS_DENIED)) {
                return false;
            }
            throw refused;
        }
    }

    /**
     * Writes schemas as SQL, all of them as they are at one moment, while everybody goes on working.
     *
     * @return what was in it
     * @throws IOException if the dump broke off or cannot be written
     */
    public List<Entry> dump(List<String> schemas, OutputStream target, Work work)
            throws DatabaseUnavailable, IOException {
        var scan = new DumpScan();
        try (var login = new LoginFile(server)) {
            var words = Stream.of(
                            Stream.of(server.dump().toString(), login.option()),
                            Stream.of(
                                    "--single-transaction",
                                    "--quick",
                                    "--hex-blob",
                                    "--routines",
                                    "--events",
                                    "--triggers",
                                    "--skip-dump-date",
                                    "--databases",
                                    "--"),
                            schemas.stream())
                    .flatMap(part -> part)
                    .toList();
            var ending = run(words, work, work.limit(), Streams.bytes(dump -> {
                var buffer = new byte[BUFFER];
                for (int length = dump.read(buffer); length >= 0; length = dump.read(buffer)) {
                    scan.add(buffer, 0, length);
                    target.write(buffer, 0, length);
                }
            }));
            if (ending.exitCode() != 0 || !scan.isComplete()) {
                throw new IOException("mariadb-dump broke off: " + ending.errors());
            }
            return scan.entries();
        }
    }

    private List<String> ask(Work work, String sql, Optional<String> schema) throws DatabaseUnavailable {
        var answer = new ArrayList<String>();
        try (var login = new LoginFile(server)) {
            var words = new ArrayList<>(List.of(
                    server.client().toString(),
                    login.option(),
                    "--batch",
                    "--raw",
                    "--skip-column-names",
                    "--execute=" + sql));
            schema.ifPresent(name -> words.add("--database=" + name));
            var ending = run(words, work, ANSWER, Streams.lines(answer::add));
            if (ending.exitCode() != 0) {
                throw new DatabaseUnavailable("MariaDB at %s:%d does not answer as it should: %s"
                        .formatted(server.host(), server.port(), ending.errors()));
            }
            return answer;
        }
    }

    private Ending run(List<String> words, Work work, Duration limit, Streams streams) throws DatabaseUnavailable {
        var command = new Command(
                words,
                Map.of(
                        "PATH",
                        "/usr/bin:/bin",
                        "LC_ALL",
                        "C.UTF-8",
                        "HOME",
                        server.temporary().toString()),
                Optional.empty(),
                work.priority());
        try {
            return new Program(command, limit, work.cancellation()).run(streams);
        } catch (ProgramFailure failure) {
            throw new DatabaseUnavailable(failure.getMessage(), failure);
        }
    }
}
