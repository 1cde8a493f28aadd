package dev.postern.acceptance;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * A relay of somebody else: another Postfix, outside the platform, which takes mail over TLS after a log-in and keeps it. Its
 * authority is the platform's own.
 */
record RelayServer(String name) {

    static final String USER = "postern@relay.example";
    static final String PASSWORD = "secret-of-the-relay";

    private static final String IMAGE = "postern/relay:test";
    private static final Path FILES = Command.CHECKOUT.resolve("infra/acceptance/target/relays");

    String host() {
        return "smtp.%s.example".formatted(name);
    }

    /** A fresh one, which knows nothing of what an earlier one took. */
    static RelayServer start(String name, Path authority) {
        var relay = new RelayServer(name);
        Command.run("docker", "build", "--quiet", "--tag", IMAGE, "infra/acceptance/src/test/relay");
        relay.makeCertificate(authority, relay.host());
        Command.attempt("docker", "rm", "--force", "--volumes", relay.container());
        Command.run(
                "docker",
                "run",
                "--detach",
                "--name",
                relay.container(),
                "--label",
                "com.docker.compose.project=postern-test",
                "--network",
                "postern-test_access",
                "--network-alias",
                relay.host(),
                "--volume",
                relay.folder() + ":/tls:ro",
                IMAGE);
        return relay;
    }

    /** The settings of a relay of the platform that leads here. */
    String settings(String more) {
        return settings(587, "starttls", more);
    }

    /** By the port with TLS from the first byte. */
    String implicitSettings(String more) {
        return settings(465, "implicit", more);
    }

    /** By the port that breaks off when it is told to: {@link #breakOff}. */
    String breakingSettings(String more) {
        return settings(2465, "implicit", more);
    }

    private String settings(int port, String tls, String more) {
        return """
                host = %s
                port = %d
                tls = %s
                user = %s
                ca = ca.crt
                %s
                """.formatted(host(), port, tls, USER, more);
    }

    void makeCertificate(Path authority, String host) {
        Certificates.make(folder(), authority, host);
    }

    /** Changes settings of its Postfix, such as {@code smtpd_data_restrictions=reject}. */
    void behave(String... settings) {
        exec(concat(List.of("postconf", "-e"), settings));
        exec("postfix", "reload");
    }

    /** From now on its breaking port closes the connection at this moment: {@code data}, {@code dot}, or never if empty. */
    void breakOff(String moment) {
        exec("sh", "-c", "echo '%s' >/tmp/cut-off".formatted(moment));
    }

    void restart() {
        stop();
        startAgain();
    }

    void stop() {
        Command.run("docker", "stop", "--time", "2", container());
    }

    void startAgain() {
        Command.run("docker", "start", container());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Command.attempt("docker", "exec", container(), "postfix", "status")
                                .exitCode()
                        == 0);
    }

    /** Waits for the one message that holds the marker: its envelope in the headers that its mailbox put on top. */
    String messageWith(String marker) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> messagesWith(marker), found -> !found.isEmpty())
                .getFirst();
    }

    List<String> messagesWith(String marker) {
        var files = exec("sh", "-c", "grep -rlaF -- '%s' /mails || true".formatted(marker));
        return files.lines().map(file -> exec("cat", file)).toList();
    }

    private String exec(String... command) {
        return Command.run(concat(List.of("docker", "exec", container()), command));
    }

    private static String[] concat(List<String> first, String... rest) {
        var all = new java.util.ArrayList<>(first);
        all.addAll(Arrays.asList(rest));
        return all.toArray(String[]::new);
    }

    private String container() {
        return "postern-test-relay-" + name;
    }

    private Path folder() {
        return FILES.resolve(name);
    }
}
