package dev.postern.ingest.dashboard;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** The platform's own MariaDB image, with an operator as admin-api's view shows one. */
final class ReceiptsDatabase implements AutoCloseable {

    static final String OPERATOR = "operator";
    static final String OPERATOR_PASSWORD = "seven tall lighthouses";

    private static final int PORT = 3306;
    private static final int READABLE_BY_ALL = 0444;
    private static final String[] USERS = {"admin", "ingest", "dkim", "postfix", "dovecot", "roundcube"};

    private final GenericContainer<?> container;

    @SuppressWarnings("resource") // closed with this
    ReceiptsDatabase() {
        container = new GenericContainer<>(
                        DockerImageName.parse("postern/mariadb:" + System.getProperty("postern.version", "dev")))
                .withExposedPorts(PORT)
                .withTmpFs(Map.of("/run/mysqld", "mode=0700,uid=3306,gid=3306"))
                .waitingFor(Wait.forSuccessfulCommand("/usr/local/bin/healthy"));
        for (var user : USERS) {
            container.withCopyToContainer(
                    Transferable.of(passwordOf(user), READABLE_BY_ALL), "/run/secrets/db_%s_password".formatted(user));
        }
        container.start();
        addOperator();
    }

    String url() {
        return "jdbc:mariadb://%s:%d/ingest".formatted(container.getHost(), container.getMappedPort(PORT));
    }

    static String passwordOf(String user) {
        return "the-password-of-" + user;
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
        return DriverManager.getConnection(url().replace("/ingest", "/"), user, passwordOf(user));
    }

    private void addOperator() {
        var hash = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(OPERATOR_PASSWORD);
        try (var connection = connectAs("admin");
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
