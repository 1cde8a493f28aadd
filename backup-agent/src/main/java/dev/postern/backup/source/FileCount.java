package dev.postern.backup.source;

import dev.postern.backup.manifest.Entry;
import dev.postern.common.mail.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** A directory with few and small files, each known again by its content. */
public final class FileCount {

    private static final int BUFFER = 64 * 1024;

    private FileCount() {}

    /** Looks at every file below a directory. */
    public static List<Entry> of(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !directory.relativize(file).toString().startsWith(".restore-"))
                    .sorted()
                    .map(file -> entry(directory, file))
                    .toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /** Looks at one that is read from elsewhere. */
    public static Entry entry(String name, InputStream content) throws IOException {
        var digest = Sha256.newDigest();
        var bytes = 0L;
        var buffer = new byte[BUFFER];
        for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
            digest.update(buffer, 0, length);
            bytes += length;
        }
        return new Entry(name, 1, bytes, Sha256.finish(digest));
    }

    private static Entry entry(Path directory, Path file) {
        try (var content = Files.newInputStream(file)) {
            return entry(directory.relativize(file).toString(), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
