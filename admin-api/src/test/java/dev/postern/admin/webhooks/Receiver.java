package dev.postern.admin.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.postern.admin.testing.SelfSigned;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A program elsewhere, with HTTPS. It answers what it is told to answer, then 204. */
final class Receiver implements AutoCloseable {

    /** What it was told. */
    record Heard(String id, Instant sent, String signature, String body) {}

    private static final char[] NO_PASSWORD = {};
    private static final SelfSigned CERTIFICATE = SelfSigned.make("localhost");

    private final HttpsServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

    private Receiver(HttpsServer server) {
        this.server = server;
    }

    static Receiver start() {
        try {
            var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context()));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            var receiver = new Receiver(server);
            server.createContext("/", receiver::answer);
            server.start();
            return receiver;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String url() {
        return "https://localhost:%d/hook".formatted(server.getAddress().getPort());
    }

    /** Who stands behind its certificate: itself. */
    static Path authority() {
        try {
            return Files.writeString(Files.createTempFile("receiver", ".crt"), CERTIFICATE.certificate());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void answerNext(int status) {
        answers.add(status);
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var headers = exchange.getRequestHeaders();
            heard.add(new Heard(
                    headers.getFirst("webhook-id"),
                    Instant.ofEpochSecond(Long.parseLong(headers.getFirst("webhook-timestamp"))),
                    headers.getFirst("webhook-signature"),
                    body));
            var status = answers.poll();
            if (status != null && status / 100 == 3) {
                exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
            }
            exchange.sendResponseHeaders(status == null ? 204 : status, -1);
        }
    }

    private static SSLContext context() {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            var certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(CERTIFICATE.certificate().getBytes(UTF_8)));
            var key = Base64.getMimeDecoder().decode(CERTIFICATE.key().replaceAll("-----[A-Z ]+-----", ""));
            store.setKeyEntry(
                    "receiver",
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)),
                    NO_PASSWORD,
                    new Certificate[] {certificate});
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
