package dev.postern.backup.source;

import dev.postern.backup.database.Database;
import dev.postern.backup.database.DatabaseUnavailable;
import dev.postern.backup.manifest.Component;
import dev.postern.backup.manifest.Entry;
import dev.postern.backup.manifest.Part;
import dev.postern.backup.restic.ResticFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Saves all of MariaDB's schemas in one dump, so that they fit together. */
public final class DatabaseSource implements Source {

    /** The dump's name in its snapshot. */
    public static final String FILE = "mariadb.sql";

    private final Database database;

    public DatabaseSource(Database database) {
        this.database = database;
    }

    @Override
    public Component component() {
        return Component.DATABASE;
    }

    @Override
    public Part save(Saving saving) throws SourceUnavailable, ResticFailure {
        try {
            var readable = new ArrayList<String>();
            var problems = new ArrayList<String>();
            for (var schema : database.schemas(saving.work())) {
                if (database.mayRead(schema, saving.work())) {
                    readable.add(schema);
                } else {
                    problems.add("The user for backups may not read the schema \"%s\".".formatted(schema));
                }
            }
            if (readable.isEmpty()) {
                throw new SourceUnavailable("MariaDB shows no schema that could be saved.");
            }
            var entries = new AtomicReference<List<Entry>>(List.of());
            var saved = saving.writer()
                    .save(
                            FILE,
                            stream -> {
                                try {
                                    entries.set(database.dump(readable, stream, saving.work()));
                                } catch (DatabaseUnavailable failure) {
                                    throw new IOException(failure.getMessage(), failure);
                                }
                            },
                            saving.marks(Component.DATABASE),
                            saving.work());
            return new Part(
                    Component.DATABASE,
                    saved.snapshot().orElseThrow(),
                    saving.at(),
                    saved.addedBytes(),
                    entries.get(),
                    problems);
        } catch (DatabaseUnavailable failure) {
            throw new SourceUnavailable(failure.getMessage(), failure);
        }
    }
}
