package dev.postern.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a neighbour on the network finds: nothing; and what a client on this machine finds: nothing without TLS. */
class ClosedGateIT {

    private final Platform platform = Platform.get();

    @Test
    void every_published_port_is_bound_to_loopback() {
        var published = Command.run(
                        "docker",
                        "ps",
                        "--filter",
                        "label=com.docker.compose.project=postern-test",
                        "--format",
                        "{{.Ports}}")
                .lines()
                .flatMap(line -> List.of(line.split(", ", -1)).stream())
                .filter(port -> port.contains("->"))
                .toList();

        assertThat(published)
                .hasSizeGreaterThan(8)
                .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
    }

    @Test
    void no_listening_socket_of_the_host_is_ours_on_another_address() {
        var ours = Command.run("ss", "-Hltnp")
                .lines()
                .filter(line -> line.contains("docker-proxy") || line.contains("dockerd"))
                .toList();

        assertThat(ours).isNotEmpty().allSatisfy(line -> assertThat(line).containsPattern(" 127\\.0\\.0\\.1:\\d+ "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"imap", "pop3", "submission", "webmail", "admin-api", "mail-ingest", "backup-agent", "dkim-tools"
            })
    void speaks_tls_1_2_and_newer_only(String what) {
        var port = portOf(what);

        assertThat(handshake(port, "-tls1_3")).contains("New, TLSv1.3,", "Verify return code: 0");
        assertThat(handshake(port, "-tls1_2")).contains("New, TLSv1.2,", "Verify return code: 0");
        assertThat(handshake(port, "-tls1_1")).contains("alert protocol version");
        assertThat(handshake(port, "-tls1")).contains("alert protocol version");
    }

    @Test
    void dovecot_and_postfix_listen_on_nothing_but_what_is_written_down() {
        assertThat(listeningIn("dovecot")).containsExactlyInAnyOrder(993, 995, 4190, 8080, 8081, 12340, 12345);
        // The last is for itself alone, on loopback: OpenRelayIT looks from the neighbours.
        assertThat(listeningIn("postfix")).containsExactlyInAnyOrder(465, 587, 2525, 10027);
    }

    @Test
    void offers_no_log_in_before_tls() throws IOException {
        assertThat(greeting(portNamed("POSTERN_SIEVE_PORT"), "OK"))
                .contains("\"STARTTLS\"")
                .contains("\"SASL\" \"\"");
        assertThat(greeting(portNamed("POSTERN_SUBMISSION_PORT"), "220 ", "EHLO test.example\r\n", "250 "))
                .contains("STARTTLS")
                .doesNotContain("AUTH");
    }

    private int portOf(String what) {
        var info = platform.info();
        return switch (what) {
            case "imap" -> info.imap().port();
            case "pop3" -> info.pop3().port();
            case "submission" -> info.submission().port();
            case "webmail" -> java.net.URI.create(info.webmail().url()).getPort();
            default -> java.net.URI.create(info.dashboards().get(what)).getPort();
        };
    }

    private static int portNamed(String variable) {
        return Integer.parseInt(Platform.read(Platform.get().state().resolve("postern.env"))
                .lines()
                .filter(line -> line.startsWith(variable + "="))
                .findFirst()
                .orElseThrow()
                .substring(variable.length() + 1));
    }

    private String handshake(int port, String version) {
        var result = Command.attempt(
                "openssl",
                "s_client",
                "-connect",
                "127.0.0.1:" + port,
                version,
                "-cipher",
                "ALL:@SECLEVEL=0",
                "-CAfile",
                platform.info().caFile().toString(),
                "-verify_ip",
                "127.0.0.1");
        return result.output() + result.errors();
    }

    private static List<Integer> listeningIn(String service) {
        // The kernel's own table: state 0A is LISTEN, the port is hexadecimal. Docker's DNS at 127.0.0.11 is not ours.
        return Platform.compose("exec", "-T", service, "cat", "/proc/net/tcp")
                .lines()
                .map(String::strip)
                .filter(line -> line.contains(" 0A ") && !line.contains(" 0B00007F:"))
                .map(line -> line.split(" +", -1)[1])
                .map(address -> Integer.parseInt(address.substring(address.indexOf(':') + 1), 16))
                .distinct()
                .toList();
    }

    /** What a server says of itself: first unasked, then to each command. Each answer ends with a line that begins so. */
    private static String greeting(int port, String lastLine, String... commandsAndLastLines) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            var heard = new StringBuilder(answer(lines, lastLine));
            for (int next = 0; next + 1 < commandsAndLastLines.length; next += 2) {
                socket.getOutputStream().write(commandsAndLastLines[next].getBytes(US_ASCII));
                heard.append(answer(lines, commandsAndLastLines[next + 1]));
            }
            return heard.toString();
        }
    }

    private static String answer(BufferedReader lines, String lastLine) throws IOException {
        var heard = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            heard.append(line).append('\n');
            if (line.startsWith(lastLine)) {
                break;
            }
        }
        return heard.toString();
    }
}
