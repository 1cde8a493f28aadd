package dev.postern.common.testing;

import java.util.Locale;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** The platform's own MariaDB image, with the schemas and users it makes at its start. */
public final class MariaDb {

    public static final int PORT = 3306;

    private static final int READABLE_BY_ALL = 0444;
    private static final String[] USERS = {"admin", "admin_schema", "ingest", "dkim", "postfix", "dovecot", "roundcube"
    };

    private MariaDb() {}

    /** Starts one that Testcontainers stops when the JVM ends, if nobody does before. */
    @SuppressWarnings("resource") // handed to the caller
    public static GenericContainer<?> start() {
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

    public static String passwordOf(String user) {
        return "the-password-of-" + user.toLowerCase(Locale.ROOT);
    }
}
