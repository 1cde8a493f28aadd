package dev.postern.backup.restic;

import java.nio.file.Path;
import java.util.Map;

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
}
