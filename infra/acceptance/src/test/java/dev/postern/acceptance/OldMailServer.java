package dev.postern.acceptance;

import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** Somebody's mail server until now: another Dovecot, outside the platform, with dots between the levels of folders. */
final class OldMailServer implements AutoCloseable {

    static final String HOST = "imap.old.example";
    static final String USER = "ann";
    static final String PASSWORD = "secret-of-the-old-server";

    private static final String CONTAINER = "postern-test-old-mail";
    private static final Path FILES = Command.CHECKOUT.resolve("infra/acceptance/target/old-mail");

    private static final String CONFIGURATION = """
            dovecot_config_version = 2.4.1
            dovecot_storage_version = 2.4.1
            protocols = imap
            listen = *
            base_dir = /run/dovecot
            log_path = /dev/stderr
            ssl = required
            ssl_server {
              cert_file = /old/certificate.pem
              key_file = /old/key.pem
            }
            mail_driver = maildir
            mail_home = /srv/mail/%{user}
            mail_path = ~/Maildir
            mail_uid = vmail
            mail_gid = vmail
            first_valid_uid = 5000
            passdb passwd-file {
              passwd_file_path = /old/users
            }
            userdb static {
              fields {
                uid = 5000
                gid = 5000
              }
            }
            namespace inbox {
              inbox = yes
              separator = .
            }
            """;

    private final Platform platform;

    private OldMailServer(Platform platform) {
        this.platform = platform;
    }

    /** A fresh one, on the network that the platform's Dovecot reaches the outside by. Its authority is the platform's own. */
    static OldMailServer start(Platform platform) {
        write();
        Certificates.make(FILES, platform.state().resolve("tls"), HOST);
        remove();
        Command.run(
                "docker",
                "run",
                "--detach",
                "--name",
                CONTAINER,
                "--label",
                "com.docker.compose.project=postern-test",
                "--network",
                "postern-test_access",
                "--network-alias",
                HOST,
                "--publish",
                "127.0.0.1::993",
                "--volume",
                FILES + ":/old:ro",
                "--tmpfs",
                "/run/dovecot",
                "--tmpfs",
                "/var/lib/dovecot",
                "--entrypoint",
                "dovecot",
                "postern/dovecot:dev",
                "-F",
                "-c",
                "/old/dovecot.conf");
        return new OldMailServer(platform);
    }

    private static void write() {
        try {
            Files.createDirectories(FILES);
            Files.writeString(FILES.resolve("dovecot.conf"), CONFIGURATION);
            Files.writeString(FILES.resolve("users"), "%s:{PLAIN}%s%n".formatted(USER, PASSWORD));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Puts messages into a folder. */
    void fill(String name, Message... messages) {
        try (var store = connect()) {
            var folder = store.getFolder(name);
            if (!folder.exists()) {
                folder.create(Folder.HOLDS_MESSAGES);
            }
            ((IMAPFolder) folder).appendMessages(messages);
        } catch (MessagingException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Open when it has come up. */
    Store connect() {
        return await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(
                        () -> {
                            var properties = new Properties();
                            properties.put(
                                    "mail.imaps.ssl.socketFactory",
                                    platform.trust().getSocketFactory());
                            properties.put("mail.imaps.ssl.checkserveridentity", "false");
                            var store = Session.getInstance(properties).getStore("imaps");
                            store.connect("127.0.0.1", port(), USER, PASSWORD);
                            return store;
                        },
                        Store::isConnected);
    }

    private static int port() {
        var published = Command.run("docker", "port", CONTAINER, "993")
                .lines()
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(
                published.substring(published.lastIndexOf(':') + 1).strip());
    }

    /** It answers nothing any more, and its connections stay open. */
    void stall() {
        Command.run("docker", "pause", CONTAINER);
    }

    void goOn() {
        Command.run("docker", "unpause", CONTAINER);
    }

    private static void remove() {
        Command.attempt("docker", "rm", "--force", "--volumes", CONTAINER);
    }

    @Override
    public void close() {
        remove();
    }
}
