package dev.postern.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line: what it says when something is wrong, and that running it again changes nothing. */
class PosternScriptIT {

    private static final String POSTERN = Command.CHECKOUT.resolve("postern").toString();

    @TempDir
    Path directory;

    @Test
    void explains_itself() {
        assertThat(Command.run(POSTERN, "help")).contains("./postern up", "./postern down", "./postern status");
    }

    @Test
    void names_what_it_does_not_know() {
        var result = Command.attempt(POSTERN, "explode");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errors()).contains("\"explode\" is not one of them");
    }

    @Test
    void says_that_there_is_no_platform_yet() {
        var result = Command.attempt(elsewhere(), POSTERN, "status");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errors()).contains("no platform here yet", "./postern up");
    }

    @Test
    void names_the_process_that_has_a_port() throws IOException {
        Platform.get();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var environment = elsewhere();
            environment.put("POSTERN_IMAPS_PORT", String.valueOf(taken.getLocalPort()));

            var result = Command.attempt(environment, POSTERN, "up");

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.errors())
                    .contains("Port %d (POSTERN_IMAPS_PORT) is in use by java".formatted(taken.getLocalPort()))
                    .contains(directory + "/state/postern.env");
        }
    }

    @Test
    void refuses_an_engine_that_is_too_old() throws IOException {
        var result = Command.attempt(withStub("docker", "echo 19.03.5"), POSTERN, "up");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errors()).contains("The Docker engine is 19.03.5; Postern needs 20.10 or newer.");
    }

    @Test
    void refuses_to_fill_a_full_disk() throws IOException {
        Platform.get();
        var stub = withStub("df", "printf 'Filesystem 1024-blocks Used Available\\n/dev/x 9 9 1048576 99%% /\\n'");

        var result = Command.attempt(stub, POSTERN, "up");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errors()).contains("Only 1 GiB are free below");
    }

    @Test
    void deletes_nothing_unless_told_so_twice() {
        Platform.get();

        var result = Command.attempt(POSTERN, "test-platform", "down", "--delete-data");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errors()).contains("Nothing was deleted.");
        assertThat(Platform.compose("ps", "-q").lines()).isNotEmpty();
    }

    @Test
    void a_second_up_changes_nothing() {
        Platform.get();
        var before = Platform.compose("ps", "-q");
        var secrets = digests();

        assertThat(Platform.postern("up"))
                .contains("It arrived in alice@demo.example")
                .doesNotContain("Building the image");

        assertThat(Platform.compose("ps", "-q")).isEqualTo(before);
        assertThat(digests()).isEqualTo(secrets);
    }

    @Test
    void takes_a_new_certificate_and_a_new_key_into_use() throws IOException {
        var platform = Platform.get();
        Files.delete(platform.state().resolve("tls/server.crt"));
        var keys = platform.state().resolve("secrets/ingest_keys");
        var replacement = directory.resolve("ingest_keys");
        Files.writeString(
                replacement,
                "%s bmV3IGtleSBvZiAzMiBvY3RldHMsIG5vdCBzZWNyZXQ=\n".formatted(UniqueId.next())
                        + Files.readString(keys));
        Files.setPosixFilePermissions(replacement, Files.getPosixFilePermissions(keys));
        Command.run("mv", replacement.toString(), keys.toString());

        assertThat(Platform.postern("up")).contains("It arrived in alice@demo.example");

        var made = Command.run("openssl", "x509", "-noout", "-serial", "-in", platform.state() + "/tls/server.crt");
        assertThat(servedSerial(platform.info().imap().port())).isEqualTo(made);
        assertThat(servedSerial(URI.create(platform.info().webmail().url()).getPort()))
                .isEqualTo(made);
    }

    private static String servedSerial(int port) {
        return Command.run(
                "sh",
                "-c",
                "openssl s_client -connect 127.0.0.1:%d </dev/null 2>/dev/null | openssl x509 -noout -serial"
                        .formatted(port));
    }

    @Test
    void ends_all_it_began_when_it_is_interrupted() {
        var script = """
                postern_root=. POSTERN_STATE=%s
                . infra/cli/say.sh
                set -euo pipefail
                two() { sleep 317 & sleep 317; }
                step "Doing two things" two
                """.formatted(directory);

        var result = Command.attempt("timeout", "--foreground", "--signal=INT", "2", "bash", "-c", script);

        assertThat(result.errors()).contains("Nothing is lost: run the same command again");
        assertThat(Command.attempt("pgrep", "-f", "^sleep 317").output()).isEmpty();
    }

    @Test
    void says_what_failed_and_shows_its_last_words() {
        var script = """
                postern_root=. POSTERN_STATE=%s
                . infra/cli/say.sh
                set -euo pipefail
                step "Baking a cake" sh -c 'echo the oven is cold >&2; exit 3'
                """.formatted(directory);

        var result = Command.attempt("bash", "-c", script);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output() + result.errors())
                .contains("| the oven is cold", "Baking a cake did not work.", "run the same command again");
    }

    @Test
    void keeps_its_secrets() throws IOException {
        var state = Platform.get().state();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
                .isEqualTo("rwx------");
        var inspected = Command.run(
                "sh", "-c", "docker inspect $(docker ps -aq --filter label=com.docker.compose.project=postern-test)");
        var logged = Platform.compose("logs", "--no-color");
        try (var files = Files.walk(state.resolve("secrets"))) {
            var secrets = files.filter(Files::isRegularFile).map(Platform::read).filter(secret -> !secret.isEmpty());
            assertThat(secrets).isNotEmpty().allSatisfy(secret -> {
                assertThat(inspected.contains(secret))
                        .as("in the containers' configuration")
                        .isFalse();
                assertThat(logged.contains(secret)).as("in a log").isFalse();
            });
        }
    }

    private static String digests() {
        return Command.run(
                "sh",
                "-c",
                "cd infra/acceptance/target/platform-test && find secrets tls mailboxes -type f | sort | xargs sha256sum");
    }

    private Map<String, String> elsewhere() {
        var environment = new HashMap<String, String>();
        environment.put("POSTERN_STATE", directory.resolve("state").toString());
        environment.put("POSTERN_PROJECT", "postern-elsewhere");
        environment.put("POSTERN_VIRUS_SIGNATURES", "test");
        var ports = List.of(
                "INGEST",
                "WEBMAIL",
                "ADMIN",
                "INGEST_DASHBOARD",
                "BACKUP",
                "DKIM",
                "IMAPS",
                "POP3S",
                "SIEVE",
                "SUBMISSIONS",
                "SUBMISSION");
        for (int number = 0; number < ports.size(); number++) {
            environment.put("POSTERN_" + ports.get(number) + "_PORT", String.valueOf(41_000 + number));
        }
        return environment;
    }

    private Map<String, String> withStub(String command, String script) throws IOException {
        var stub = directory.resolve("bin").resolve(command);
        Files.createDirectories(stub.getParent());
        Files.writeString(stub, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(stub, PosixFilePermissions.fromString("rwxr-xr-x"));
        var environment = elsewhere();
        environment.put("PATH", stub.getParent() + ":" + System.getenv("PATH"));
        return environment;
    }
}
