package dev.postern.backup.storage;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** What was found at one place. */
public sealed interface Finding {

    Role role();

    Path path();

    Level level();

    /** The place could be measured. */
    record Measured(Role role, Path path, FileSystem fileSystem, Level level) implements Finding {

        static Measured of(Role role, Path path, FileSystem fileSystem, Thresholds thresholds) {
            var level = Stream.concat(Stream.of(fileSystem.bytes()), fileSystem.files().stream())
                    .map(thresholds::levelOf)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return new Measured(role, path, fileSystem, level);
        }
    }

    /**
     * The place could not be measured.
     *
     * @param reason why, for people
     */
    record Unmeasured(Role role, Path path, String reason) implements Finding {

        @Override
        public Level level() {
            return Level.UNKNOWN;
        }
    }
}
