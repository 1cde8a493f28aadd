package dev.postern.backup.restic;

import dev.postern.common.mail.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A repository in a directory of this machine. */
public record LocalRepository(Path directory, Path passwordFile) implements Repository {

    @Override
    public String location() {
        return directory.toString();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    /** By the file that restic writes once and never changes. */
    Optional<RepositoryId> id() throws ResticFailure {
        var config = directory.resolve("config");
        try {
            return Optional.of(
                    new RepositoryId(Sha256.of(Files.readAllBytes(config)).hex()));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new ResticFailure(
                    ResticFailure.Kind.OTHER,
                    "The repository %s cannot be read: %s".formatted(directory, failure),
                    failure);
        }
    }
}
