package dev.postern.admin.testing;

import dev.postern.common.testing.MariaDb;
import dev.postern.common.testing.TestDatabase;
import dev.postern.common.testing.TestSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** The platform's own Dovecot image, with the accounts that the service keeps in {@link TestDatabase}: one for all tests of a run. */
public final class DovecotServer {

    public static final int IMAPS = 993;

    public static final int MIGRATE = 8081;

    private static final int DOVEADM = 8080;
    private static final int READABLE_BY_ALL = 0444;
    private static final String KEY = "a key for the mail store";

    private static final GenericContainer<?> CONTAINER = start();

    private DovecotServer() {}

    @SuppressWarnings("resource") // Testcontainers stops it when the JVM ends
    private static GenericContainer<?> start() {
        var certificate = SelfSigned.make("dovecot");
        var image = DockerImageName.parse("postern/dovecot:" + System.getProperty("postern.version", "dev"));
        var container = new GenericContainer<>(image)
                .withExtraHost("mariadb", TestDatabase.hostForContainers())
                // In the platform, its address in a network of its own.
                .withExtraHost("dovecot-store", "0.0.0.0")
                .withExposedPorts(DOVEADM, MIGRATE, IMAPS)
                // The servers that mail moves in from are its neighbours here.
                .withEnv("POSTERN_MIGRATE_FROM_OWN_NETWORKS", "yes")
                .withTmpFs(Map.of("/run/dovecot", "", "/run/postern", "", "/run/lmtp", "", "/var/lib/dovecot", ""))
                .waitingFor(Wait.forSuccessfulCommand("/usr/local/bin/healthy"));
        Map.of(
                        "db_dovecot_password", MariaDb.passwordOf("dovecot"),
                        "rspamd_password", "unused",
                        "mail_store_key", KEY,
                        "tls_key", certificate.key(),
                        "tls_cert", certificate.certificate())
                .forEach((name, content) -> container.withCopyToContainer(
                        Transferable.of(content, READABLE_BY_ALL), "/run/secrets/" + name));
        container.start();
        return container;
    }

    public static URI doveadm() {
        return URI.create("http://%s:%d/doveadm/v1".formatted(CONTAINER.getHost(), CONTAINER.getMappedPort(DOVEADM)));
    }

    public static Path keyFile() {
        return TestSecrets.file("mail_store_key", KEY);
    }

    public static String host() {
        return CONTAINER.getHost();
    }

    public static int port(int inside) {
        return CONTAINER.getMappedPort(inside);
    }

    /** Runs a command inside and hands back what it said. */
    public static String run(String... command) {
        try {
            return CONTAINER.execInContainer(command).getStdout();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public static String logs() {
        return CONTAINER.getLogs();
    }
}
