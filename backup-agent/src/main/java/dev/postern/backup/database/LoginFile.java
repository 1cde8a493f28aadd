package dev.postern.backup.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The log-in as MariaDB's programs take it: in a file that only this user can read, for as long as it is needed. */
final class LoginFile implements AutoCloseable {

    private final Path file;

    LoginFile(DatabaseServer server) throws DatabaseUnavailable {
        try {
            file = Files.createTempFile(
                    server.temporary(),
                    "mariadb",
                    ".cnf",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            var password = Files.readString(server.passwordFile()).strip();
            Files.writeString(file, """
                    [client]
                    protocol = tcp
                    host = %s
                    port = %d
                    user = %s
                    password = "%s"
                    default-character-set = utf8mb4
                    [mariadb-client]
                    connect-timeout = 10
                    """.formatted(server.host(), server.port(), server.user(), escaped(password)));
        } catch (IOException failure) {
            throw new DatabaseUnavailable("The log-in for MariaDB cannot be prepared: " + failure, failure);
        }
    }

    /** Must stand before every other option. */
    String option() {
        return "--defaults-file=" + file;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            file.toFile().deleteOnExit();
        }
    }

    private static String escaped(String password) {
        return password.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
