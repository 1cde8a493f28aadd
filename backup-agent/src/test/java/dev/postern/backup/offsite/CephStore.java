package dev.postern.backup.offsite;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import software.amazon.awssdk.services.s3.S3Client;

/** Ceph's S3 gateway, which truly enforces Object Lock; one for all tests of a run. */
final class CephStore {

    private static final int PORT = 7480;

    static final S3Access.Key OWNER = new S3Access.Key("owner-access-key", "owner-secret-key-0123456789");

    @SuppressWarnings("resource") // Testcontainers stops it when the JVM ends.
    private static final GenericContainer<?> CONTAINER = new GenericContainer<>(
                    new ImageFromDockerfile("postern/test-s3:dev", false).withFileFromPath(".", Path.of("src/test/s3")))
            .withExposedPorts(PORT)
            // A "day" of its lifecycle rules takes this long.
            .withEnv("LIFECYCLE_DAY_SECONDS", "5")
            .waitingFor(Wait.forHttp("/").forPort(PORT).withStartupTimeout(Duration.ofMinutes(2)));

    static {
        CONTAINER.start();
    }

    private CephStore() {}

    static URI endpoint() {
        return URI.create("http://%s:%d".formatted(CONTAINER.getHost(), CONTAINER.getMappedPort(PORT)));
    }

    static S3Client as(S3Access.Key key) {
        return S3Access.client(endpoint(), "default", true, key);
    }

    static String newName() {
        return "backups-" + UUID.randomUUID();
    }
}
