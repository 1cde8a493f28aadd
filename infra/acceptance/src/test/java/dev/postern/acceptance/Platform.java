package dev.postern.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The platform under test: one for the whole run, started by the same command that a user types. */
final class Platform {

    static final String DOMAIN = "test.example";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Platform INSTANCE = new Platform();

    private final Info info;
    private final SSLContext trust;
    private final HttpClient http;
    private final AdminApi admin;
    private final Relays relays;

    private Platform() {
        postern("up");
        compose("--profile", "edge", "up", "-d", "--wait", "--no-build", "edge");
        info = JSON.readValue(postern("info", "--json"), Info.class);
        relays = Relays.start(state());
        trust = trusting(info.caFile());
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trust)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        admin = AdminApi.withToken(info.adminApi().url(), read(info.adminApi().tokenFile()), http);
        admin.createDomain(DOMAIN);
    }

    static Platform get() {
        return INSTANCE;
    }

    Info info() {
        return info;
    }

    /** The directory with everything that {@code ./postern up} made. */
    Path state() {
        return info.caFile().resolve("../..").normalize();
    }

    SSLContext trust() {
        return trust;
    }

    HttpClient http() {
        return http;
    }

    AdminApi admin() {
        return admin;
    }

    Relays relays() {
        return relays;
    }

    /** A new mailbox that no other test knows. */
    Mailbox newMailbox() {
        return newMailbox(2L * 1024 * 1024 * 1024);
    }

    Mailbox newMailbox(long quotaBytes) {
        var address = "m" + UniqueId.next() + "@" + DOMAIN;
        var password = "pass-" + UniqueId.next();
        admin.createMailbox(address, password, quotaBytes);
        return new Mailbox(this, address, password);
    }

    EmailWorker worker() {
        return new EmailWorker(http, System.getenv().getOrDefault("POSTERN_EDGE_PORT", "28787"));
    }

    IngestClient ingest() {
        return new IngestClient(info.ingest(), http);
    }

    static String postern(String... arguments) {
        var command = new String[arguments.length + 2];
        command[0] = Command.CHECKOUT.resolve("postern").toString();
        command[1] = "test-platform";
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        return Command.run(command);
    }

    static String compose(String... arguments) {
        var command = new String[arguments.length + 1];
        command[0] = "compose";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return postern(command);
    }

    static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SSLContext trusting(Path certificate) {
        try (var in = Files.newInputStream(certificate)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "postern", CertificateFactory.getInstance("X.509").generateCertificate(in));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("%s is not a usable certificate".formatted(certificate), refused);
        }
    }
}
