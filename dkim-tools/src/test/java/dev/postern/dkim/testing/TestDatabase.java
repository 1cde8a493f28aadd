package dev.postern.dkim.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** The platform's own MariaDB image, with a stand-in for the view of the operators that admin-api makes there. */
public final class TestDatabase {

    private static final int PORT = 3306;
    private static final int READABLE_BY_ALL = 0444;
    private static final String[] USERS = {"admin", "ingest", "dkim", "postfix", "dovecot", "roundcube"};
    private static final GenericContainer<?> CONTAINER = start();

    private TestDatabase() {}

    /** Where the service reads the operators' accounts. */
    public static String url() {
        return "jdbc:mariadb://%s:%d/operator_view".formatted(CONTAINER.getHost(), CONTAINER.getMappedPort(PORT));
    }

    public static String passwordOf(String user) {
        return "the-password-of-" + user;
    }

    /** Lets an operator sign in, or no longer. */
    public static void keepOperator(String username, String passwordHash, boolean enabled) {
        try (var connection = connect();
                var statement = connection.prepareStatement("REPLACE INTO operator VALUES (?, ?, ?)")) {
            statement.setString(1, username);
            statement.setString(2, passwordHash);
            statement.setBoolean(3, enabled);
            statement.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
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

    private static Connection connect() throws SQLException {
        var connection = DriverManager.getConnection(url(), "admin", passwordOf("admin"));
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS operator (username VARCHAR(255) PRIMARY KEY,"
                    + " password_hash VARCHAR(255) NOT NULL, enabled BOOLEAN NOT NULL)");
        }
        return connection;
    }
}
