package dev.postern.admin.migration.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.admin.testing.SelfSigned;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** Another mail server: a Dovecot of its own, with dots between the levels of folders and German names. Everybody may sign in. */
final class OldServer implements AutoCloseable {

    /** With everything in it that a configuration file could take for something else. */
    static final String PASSWORD = "p\"a\\s %{user} $ENV:HOME <x #ß";

    static final int IMAPS = 993;

    private static final int READABLE_BY_ALL = 0444;

    private static final String CONFIGURATION = """
            dovecot_config_version = 2.4.1
            dovecot_storage_version = 2.4.1
            protocols = imap
            listen = *
            base_dir = /run/dovecot
            log_path = /dev/stderr
            ssl = required
            ssl_server {
              cert_file = /old/tls.crt
              key_file = /old/tls.key
            }
            mail_driver = maildir
            mail_home = /srv/mail/%{user}
            mail_path = ~/Maildir
            mail_uid = vmail
            mail_gid = vmail
            first_valid_uid = 5000
            auth_username_format = %{user | lower}
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
              mailbox Versandt {
                auto = subscribe
                special_use = \\Sent
              }
            }
            """;

    private final SelfSigned certificate = SelfSigned.make("mail.old.example");
    private final GenericContainer<?> container;

    @SuppressWarnings("resource") // closed by whoever started it
    private OldServer(String... users) {
        // A colon would end the password.
        var password = Base64.getEncoder().encodeToString(PASSWORD.getBytes(UTF_8));
        var passwords = Arrays.stream(users)
                .map(user -> "%s:{PLAIN.b64}%s\n".formatted(user, password))
                .collect(Collectors.joining());
        var image = DockerImageName.parse("postern/dovecot:" + System.getProperty("postern.version", "dev"));
        container = new GenericContainer<>(image)
                .withExposedPorts(IMAPS)
                .withTmpFs(Map.of("/run/dovecot", "", "/var/lib/dovecot", ""))
                .withCreateContainerCmdModifier(
                        create -> create.withEntrypoint("dovecot", "-F", "-c", "/old/dovecot.conf"))
                .waitingFor(Wait.forListeningPort());
        Map.of(
                        "dovecot.conf",
                        CONFIGURATION,
                        "users",
                        passwords,
                        "tls.crt",
                        certificate.certificate(),
                        "tls.key",
                        certificate.key())
                .forEach((name, content) ->
                        container.withCopyToContainer(Transferable.of(content, READABLE_BY_ALL), "/old/" + name));
    }

    static OldServer start(String... users) {
        var server = new OldServer(users);
        server.container.start();
        return server;
    }

    /** Where the platform's Dovecot reaches it. */
    String address() {
        return Objects.requireNonNull(container
                .getContainerInfo()
                .getNetworkSettings()
                .getNetworks()
                .values()
                .iterator()
                .next()
                .getIpAddress());
    }

    String fingerprint() {
        try {
            var parsed = CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(certificate.certificate().getBytes(US_ASCII)));
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(parsed.getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    MailAccount account(String user) {
        return MailAccount.open(container.getHost(), container.getMappedPort(IMAPS), user, PASSWORD);
    }

    void pause() {
        container
                .getDockerClient()
                .pauseContainerCmd(container.getContainerId())
                .exec();
    }

    void unpause() {
        container
                .getDockerClient()
                .unpauseContainerCmd(container.getContainerId())
                .exec();
    }

    @Override
    public void close() {
        container.stop();
    }
}
