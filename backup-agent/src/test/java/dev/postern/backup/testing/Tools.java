package dev.postern.backup.testing;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import dev.postern.backup.restic.ResticProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** The programs that the service drives, out of its own image: the tests use the versions that it will have. */
public final class Tools {

    private static final Path FOLDER = folder();
    private static final GenericContainer<?> CONTAINER = start();

    private Tools() {}

    /** restic, copied to where the tests run. */
    public static ResticProgram restic() {
        return new ResticProgram(FOLDER.resolve("restic"), FOLDER);
    }

    /** A script that runs another of the image's programs in a container that sees {@link #folder} and the network. */
    public static Path program(String name) {
        try {
            var script = FOLDER.resolve(name);
            Files.writeString(script, "#!/bin/sh\nexec docker exec -i %s %s \"$@\"\n".formatted(id(), name));
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
            return script;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A directory that has the same name in the container. */
    public static Path shared() {
        return FOLDER;
    }

    private static String id() {
        return CONTAINER.getContainerId();
    }

    @SuppressWarnings("resource") // ends with the JVM
    private static GenericContainer<?> start() {
        var image = DockerImageName.parse("postern/backup-agent:" + System.getProperty("postern.version", "dev"));
        var container = new GenericContainer<>(image)
                .withNetworkMode("host")
                .withCreateContainerCmdModifier(command -> {
                    command.withEntrypoint("sleep").withCmd("infinity").withUser("0:0");
                    var limits = command.getHostConfig();
                    if (limits != null) {
                        limits.withBinds(new Bind(FOLDER.toString(), new Volume(FOLDER.toString())));
                    }
                });
        container.start();
        container.copyFileFromContainer(
                "/usr/bin/restic", FOLDER.resolve("restic").toString());
        if (!FOLDER.resolve("restic").toFile().setExecutable(true)) {
            throw new IllegalStateException("restic cannot be made executable in " + FOLDER);
        }
        return container;
    }

    private static Path folder() {
        try {
            var folder = Path.of("target", "tools").toAbsolutePath();
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
