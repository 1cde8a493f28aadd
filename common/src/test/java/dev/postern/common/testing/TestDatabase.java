package dev.postern.common.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.testcontainers.containers.GenericContainer;

/** One {@link MariaDb} for all tests of a run. */
public final class TestDatabase {

    private static final GenericContainer<?> CONTAINER = MariaDb.start();

    private TestDatabase() {}

    public static String host() {
        return CONTAINER.getHost();
    }

    public static int port() {
        return CONTAINER.getMappedPort(MariaDb.PORT);
    }

    public static String url(String schema) {
        return "jdbc:mariadb://%s:%d/%s".formatted(host(), port(), schema);
    }

    /** Where another container of a test reaches it, at {@link MariaDb#PORT}. */
    public static String hostForContainers() {
        return CONTAINER.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
                .map(network -> Objects.requireNonNull(network.getIpAddress()))
                .findFirst()
                .orElseThrow();
    }

    /** Connects as one of the platform's users. */
    public static Connection connect(String user, String schema) throws SQLException {
        return DriverManager.getConnection(url(schema), user, MariaDb.passwordOf(user));
    }
}
