package dev.postern.ingest.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** The platform's own MariaDB image, with the schemas and users it makes at its start. One for all tests of a run. */
public final class TestDatabase {

    private static final int PORT = 3306;
    private static final int READABLE_BY_ALL = 0444;
    private static final String[] USERS = {"admin", "ingest", "dkim", "postfix", "dovecot", "roundcube"};
    private static final GenericContainer<?> CONTAINER = start();

    private TestDatabase() {}

    public static String host() {
        return CONTAINER.getHost();
    }

    public static int port() {
        return CONTAINER.getMappedPort(PORT);
    }

    public static String passwordOf(String user) {
        return "the-password-of-" + user.toLowerCase(Locale.ROOT);
    }

    /** Connects as one of the platform's users. */
    public static Connection connect(String user, String schema) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://%s:%d/%s".formatted(host(), port(), schema), user, passwordOf(user));
    }

    @SuppressWarnings("resource") // Testcontainers stops it when the JVM ends.
    private static GenericContainer<?> start() {
        var image = DockerImageName.parse("postern/mariadb:" + System.getProperty("postern.version", "dev"));
        var container = new GenericContainer<>(image)
                .withExposedPorts(PORT)
                .withTmpFs(Map.of("/run/mysqld", "mode=0700,uid=3306,gid=3306"))
                .waitingFor(Wait.forSuccessfulCommand("/usr/local/bin/healthy"));
        for (var user : USERS) {
            container.withCopyToContainer(
                    Transferable.of(passwordOf(user), READABLE_BY_ALL), "/run/secrets/db_%s_password".formatted(user));
        }
        container.start();
        return container;
    }
}
