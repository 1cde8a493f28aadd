package dev.postern.backup.testing;

import dev.postern.backup.engine.Engine;
import dev.postern.backup.engine.EngineSettings;
import dev.postern.backup.process.Cancellation;
import dev.postern.backup.process.Priority;
import dev.postern.backup.restic.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** All that a backup is made of, in a directory of the test; and MariaDB, if it is asked for. */
public final class TestPlatform {

    private final Path folder;
    private final Map<String, String> settings = new LinkedHashMap<>();

    private TestPlatform(Path folder) {
        this.folder = folder;
    }

    /** A platform with a mailbox, keys and settings, and a repository with nothing in it. */
    public static TestPlatform in(Path folder) throws Exception {
        var platform = new TestPlatform(folder);
        platform.set("state", folder.resolve("state"));
        platform.set("temporary", Tools.shared());
        platform.set("restic.program", Tools.restic().file());
        platform.set("repository.directory", folder.resolve("repository"));
        platform.set(
                "repository.password-file", LocalRepositories.madeIn(folder).passwordFile());
        platform.set("sources.mail", Files.createDirectories(platform.mail()));
        platform.set("sources.dkim", folder.resolve("dkim"));
        platform.set("sources.configuration", folder.resolve("sealed/config"));
        platform.set("sources.certificates", folder.resolve("sealed/certs"));
        platform.set("sources.learning", folder.resolve("valkey"));
        platform.set("database.client", Files.writeString(folder.resolve("mariadb"), FakeDatabase.CLIENT));
        platform.set("database.dump", Files.writeString(folder.resolve("mariadb-dump"), FakeDatabase.DUMP));
        platform.set("database.password-file", Files.writeString(folder.resolve("db-password"), "secret"));
        for (var program : new String[] {"mariadb", "mariadb-dump"}) {
            if (!folder.resolve(program).toFile().setExecutable(true)) {
                throw new IOException(program + " cannot be made executable");
            }
        }
        platform.write("dkim/domains/example.org/s1.key", "a private key");
        platform.write("sealed/config/config.sealed", "sealed settings");
        platform.write("sealed/certs/certs.sealed", "sealed certificates");
        platform.write("valkey/appendonlydir/appendonly.aof.manifest", "file appendonly.aof.1.base.rdb seq 1 type b\n");
        platform.write("valkey/appendonlydir/appendonly.aof.1.base.rdb", "REDIS0011");
        platform.deliver("example.org/ann", "1700000000.M1P1.host:2,S", "hello");
        return platform;
    }

    public Path mail() {
        return folder.resolve("mail");
    }

    public Path folder() {
        return folder;
    }

    /** Changes a setting of {@code postern.backup}. */
    public TestPlatform set(String name, Object value) {
        settings.put("postern.backup." + name, value.toString());
        return this;
    }

    public Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    public Path deliver(String home, String name, String content) throws IOException {
        return write("mail/%s/Maildir/cur/%s".formatted(home, name), content);
    }

    public Path write(String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    public Engine engine() {
        return engine(InstantSource.system());
    }

    public Engine engine(InstantSource clock) {
        var bound = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("postern.backup", EngineSettings.class);
        return new Engine(bound, clock);
    }

    public static Work work(Engine engine) {
        return engine.work(Priority.NORMAL, new Cancellation());
    }
}
