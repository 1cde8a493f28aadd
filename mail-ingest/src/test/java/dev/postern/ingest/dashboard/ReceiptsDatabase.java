package dev.postern.ingest.dashboard;

import dev.postern.common.testing.MariaDb;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.testcontainers.containers.GenericContainer;

/** The platform's own MariaDB image, with an operator as admin-api's view shows one. */
final class ReceiptsDatabase implements AutoCloseable {

    static final String OPERATOR = "operator";
    static final String OPERATOR_PASSWORD = "seven tall lighthouses";

    private final GenericContainer<?> container;

    ReceiptsDatabase() {
        container = MariaDb.start();
        addOperator();
    }

    String url() {
        return "jdbc:mariadb://%s:%d/ingest".formatted(container.getHost(), container.getMappedPort(MariaDb.PORT));
    }

    Connection connect() throws SQLException {
        return connectAs("ingest");
    }

    /** Whoever asks it gets no answer, and no refusal either. */
    void freeze() {
        container
                .getDockerClient()
                .pauseContainerCmd(container.getContainerId())
                .exec();
    }

    void thaw() {
        container
                .getDockerClient()
                .unpauseContainerCmd(container.getContainerId())
                .exec();
    }

    @Override
    public void close() {
        container.close();
    }

    private Connection connectAs(String user) throws SQLException {
        return DriverManager.getConnection(url().replace("/ingest", "/"), user, MariaDb.passwordOf(user));
    }

    private void addOperator() {
        var hash = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(OPERATOR_PASSWORD);
        try (var connection = connectAs("admin_schema");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE postern.operator (username VARCHAR(64) PRIMARY KEY,"
                    + " password_hash VARCHAR(255) NOT NULL, enabled BOOLEAN NOT NULL)");
            statement.execute("INSERT INTO postern.operator VALUES ('%s', '%s', TRUE)".formatted(OPERATOR, hash));
            statement.execute("CREATE SQL SECURITY DEFINER VIEW operator_view.operator AS"
                    + " SELECT username, password_hash, enabled FROM postern.operator");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
