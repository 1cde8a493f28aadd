package dev.postern.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** The relays of the platform under test: "main" for every domain, which falls back to "second". */
record Relays(Path state, RelayServer main, RelayServer second) {

    static Relays start(Path state) {
        var authority = state.resolve("tls");
        var relays = new Relays(state, RelayServer.start("main", authority), RelayServer.start("second", authority));
        relays.set("main", relays.main.settings("fallback = second"));
        relays.set("second", relays.second.settings(""));
        relays.takeIntoUse();
        return relays;
    }

    /** As an operator does with an editor. */
    void set(String name, String settings) {
        try {
            var folder = Files.createDirectories(state.resolve("relays"));
            Files.copy(state.resolve("tls/ca.crt"), folder.resolve("ca.crt"), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(folder.resolve(name + ".conf"), settings);
            Files.writeString(
                    Files.createDirectories(state.resolve("secrets/relays")).resolve(name), RelayServer.PASSWORD);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(state.resolve("relays").resolve(name + ".conf"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What {@code ./postern up} does about them, and only that; then waits until mail-ingest has told Postfix of the main one. */
    void takeIntoUse() {
        Platform.compose("up", "-d", "--no-build", "--no-deps", "--wait", "postfix", "roundcube");
        var wanted = Files.exists(state.resolve("relays/main.conf")) ? "relay-main:[%s]".formatted(main.host()) : "";
        awaitRoute(wanted);
    }

    /** Waits until mail of no domain in particular would leave so; nothing is no way at all. */
    void awaitRoute(String beginning) {
        awaitRoute("<>", beginning);
    }

    void awaitRoute(String sender, String beginning) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> beginning.isEmpty()
                        ? route(sender).isEmpty()
                        : route(sender).startsWith(beginning));
    }

    /** How the mail of a sender leaves, as Postfix would find it: {@code <>}, or {@code @domain}. */
    String route(String sender) {
        return Command.attempt(
                        Command.CHECKOUT.resolve("postern").toString(),
                        "test-platform",
                        "compose",
                        "exec",
                        "-T",
                        "postfix",
                        "postmap",
                        "-q",
                        sender,
                        "mysql:/run/postern/sql/route.cf")
                .output()
                .strip();
    }
}
