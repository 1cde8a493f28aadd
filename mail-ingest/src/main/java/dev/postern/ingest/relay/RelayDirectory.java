package dev.postern.ingest.relay;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The relays as the operator described them. One that cannot be understood is left out, and said so once. */
@Component
final class RelayDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(RelayDirectory.class);

    private final Path directory;
    private List<String> problems = List.of();

    RelayDirectory(RelaySettings settings) {
        this.directory = settings.directory();
    }

    /** In the order of their names. */
    synchronized List<Relay> read() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(directory, RelayFile::isOne)) {
            var found = readAll(files);
            complain(found.stream().flatMap(one -> one.problem().stream()).toList());
            return found.stream()
                    .flatMap(one -> one.relay().stream())
                    .sorted(Comparator.comparing(Relay::name))
                    .toList();
        }
    }

    private static List<Found> readAll(DirectoryStream<Path> files) {
        return StreamSupport.stream(files.spliterator(), false)
                .map(RelayDirectory::readOne)
                .toList();
    }

    private static Found readOne(Path file) {
        try {
            return new Found(Optional.of(RelayFile.read(file)), Optional.empty());
        } catch (IOException | IllegalArgumentException unusable) {
            return new Found(Optional.empty(), Optional.of(String.valueOf(unusable.getMessage())));
        }
    }

    private void complain(List<String> found) {
        if (!found.equals(problems)) {
            problems = found;
            found.forEach(problem -> LOG.error("A relay is left out: {}", problem));
        }
    }

    private record Found(Optional<Relay> relay, Optional<String> problem) {}
}
