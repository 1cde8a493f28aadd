package dev.postern.backup.engine;

import dev.postern.backup.catalogue.Catalogue;
import dev.postern.backup.database.Database;
import dev.postern.backup.database.DatabaseServer;
import dev.postern.backup.history.History;
import dev.postern.backup.history.ProgressBoard;
import dev.postern.backup.manifest.Component;
import dev.postern.backup.process.Cancellation;
import dev.postern.backup.process.Priority;
import dev.postern.backup.restic.LocalRepository;
import dev.postern.backup.restic.RepositoryKeeper;
import dev.postern.backup.restic.ResticProgram;
import dev.postern.backup.restic.SnapshotReader;
import dev.postern.backup.restic.SnapshotWriter;
import dev.postern.backup.restic.Work;
import dev.postern.backup.retention.Keep;
import dev.postern.backup.retention.Retention;
import dev.postern.backup.run.CleanUp;
import dev.postern.backup.run.DropOldBackups;
import dev.postern.backup.run.KeepInStep;
import dev.postern.backup.run.KnownRepository;
import dev.postern.backup.run.MakeBackup;
import dev.postern.backup.run.OpenRepository;
import dev.postern.backup.run.RunLock;
import dev.postern.backup.run.SaveComponents;
import dev.postern.backup.run.TidyRepository;
import dev.postern.backup.source.DatabaseSource;
import dev.postern.backup.source.FilesSource;
import dev.postern.backup.source.LearningSource;
import dev.postern.backup.source.MailSource;
import dev.postern.backup.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** All parts of the engine on one repository. */
public final class Engine {

    private static final String RUN_UP = "Run ./postern up once, which writes it.";

    private final EngineSettings settings;
    private final ResticProgram program;
    private final SnapshotReader reader;
    private final RepositoryKeeper keeper;
    private final Catalogue catalogue;
    private final History history;
    private final ProgressBoard board;
    private final RunLock lock;
    private final KnownRepository known;
    private final OpenRepository repository;
    private final MakeBackup makeBackup;

    public Engine(EngineSettings settings, InstantSource clock) {
        this.settings = settings;
        makeDirectory(settings);
        program = new ResticProgram(settings.restic().program(), settings.temporary());
        var place = new LocalRepository(
                settings.repository().directory(), settings.repository().passwordFile());
        reader = new SnapshotReader(program, place);
        var writer = new SnapshotWriter(program, place);
        keeper = new RepositoryKeeper(program, place);
        catalogue = new Catalogue(reader, writer);
        history = new History(settings.state(), clock);
        board = new ProgressBoard(history, clock);
        lock = new RunLock(settings.state());
        known = new KnownRepository(keeper, history);
        repository = new OpenRepository(known, keeper, new KeepInStep(catalogue, history));
        var keep = settings.keep();
        var retention = new Retention(new Keep(keep.daily(), keep.weekly(), keep.continuous(), keep.manual()));
        var cleanUp = new CleanUp(
                new DropOldBackups(keeper, retention, history),
                new TidyRepository(keeper, history, clock),
                history,
                clock);
        makeBackup = new MakeBackup(
                lock,
                repository,
                new SaveComponents(sources(settings), writer, reader, board, clock),
                catalogue,
                cleanUp,
                history,
                board,
                Map.of("postern", settings.revision(), "restic", ResticProgram.VERSION),
                clock);
    }

    public MakeBackup makeBackup() {
        return makeBackup;
    }

    public ResticProgram program() {
        return program;
    }

    public SnapshotReader reader() {
        return reader;
    }

    public RepositoryKeeper keeper() {
        return keeper;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public History history() {
        return history;
    }

    public ProgressBoard board() {
        return board;
    }

    public RunLock lock() {
        return lock;
    }

    public KnownRepository known() {
        return known;
    }

    public OpenRepository repository() {
        return repository;
    }

    public Work work(Priority priority, Cancellation cancellation) {
        return new Work(priority, cancellation, settings.restic().limit(), _ -> {});
    }

    private static List<Source> sources(EngineSettings settings) {
        var places = settings.sources();
        return List.of(
                new MailSource(places.mail()),
                new DatabaseSource(new Database(server(settings))),
                new FilesSource(Component.DKIM, places.dkim(), ""),
                new FilesSource(Component.CONFIGURATION, places.configuration(), RUN_UP),
                new FilesSource(Component.CERTIFICATES, places.certificates(), RUN_UP),
                new LearningSource(places.learning(), settings.state().resolve("learning")));
    }

    private static DatabaseServer server(EngineSettings settings) {
        var database = settings.database();
        return new DatabaseServer(
                database.host(),
                database.port(),
                database.user(),
                database.passwordFile(),
                database.client(),
                database.dump(),
                settings.temporary());
    }

    private static void makeDirectory(EngineSettings settings) {
        try {
            Files.createDirectories(settings.state());
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The directory %s cannot be made. Give it to the user of this service.".formatted(settings.state()),
                    failure);
        }
    }
}
