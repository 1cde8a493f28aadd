package dev.postern.backup.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * Valkey's memory on disk: a base, what came since, and a list of both. Valkey writes all of it anew from time to time; a
 * copy fits together if the list is the same before and after.
 */
final class AppendOnlyFiles {

    static final String DIRECTORY = "appendonlydir";

    private static final String LIST = "appendonly.aof.manifest";
    private static final int ATTEMPTS = 5;

    private final Path data;

    AppendOnlyFiles(Path data) {
        this.data = data;
    }

    /** @throws IOException if no copy could be made that fits together */
    void copyTo(Path target) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            FileSystemUtils.deleteRecursively(target);
            if (copyOnce(Files.createDirectories(target.resolve(DIRECTORY)))) {
                return;
            }
        }
        throw new IOException("Valkey rewrites its files all the time");
    }

    private boolean copyOnce(Path target) throws IOException {
        var source = data.resolve(DIRECTORY);
        var before = Files.readAllLines(source.resolve(LIST));
        try {
            for (var name : namesIn(before)) {
                Files.copy(source.resolve(name), target.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (NoSuchFileException rewritten) {
            return false;
        }
        Files.write(target.resolve(LIST), before);
        return Files.readAllLines(source.resolve(LIST)).equals(before);
    }

    /** Lines are "file NAME seq 1 type i"; the name is never a path. */
    private static List<String> namesIn(List<String> list) throws IOException {
        var names = list.stream()
                .map(line -> line.split(" ", -1))
                .filter(words -> words.length > 1 && words[0].equals("file"))
                .map(words -> words[1])
                .toList();
        if (names.isEmpty() || names.stream().anyMatch(name -> name.contains("/") || name.startsWith("."))) {
            throw new IOException("the list of Valkey's files cannot be understood");
        }
        return names;
    }
}
