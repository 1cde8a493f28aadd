package dev.postern.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a component may do, should somebody break into it: as little as it needs. */
class ContainersIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<String> containers() {
        Platform.get();
        return Platform.compose("ps", "-q").lines();
    }

    @ParameterizedTest
    @MethodSource("containers")
    void may_do_only_what_it_needs(String container) {
        var inspected =
                JSON.readTree(Command.run("docker", "inspect", container)).get(0);
        var limits = inspected.get("HostConfig");

        assertThat(limits.get("Privileged").asBoolean()).isFalse();
        assertThat(limits.get("ReadonlyRootfs").asBoolean()).isTrue();
        assertThat(texts(limits.get("CapDrop"))).containsExactly("ALL");
        assertThat(texts(limits.get("SecurityOpt"))).contains("no-new-privileges:true");
        assertThat(limits.get("Memory").asLong()).isPositive();
        assertThat(limits.get("PidsLimit").asLong()).isPositive();
        assertThat(limits.get("NetworkMode").asString()).isNotEqualTo("host");
        assertThat(limits.get("LogConfig").get("Config").has("max-size")).isTrue();
        assertThat(inspected.get("Mounts").toString()).doesNotContain("docker.sock");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail-ingest", "admin-api", "dkim-tools", "backup-agent"})
    void a_service_is_ready_and_counted_and_speaks_json(String service) {
        Platform.get();

        assertThat(management(service, "health/readiness")).contains("\"status\":\"UP\"");
        assertThat(management(service, "prometheus")).contains("jvm_memory_used_bytes{", "service=\"" + service + "\"");
        assertThat(logOf(service))
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(JSON.readTree(line).get("service").asString())
                                .isEqualTo(service));
    }

    @Test
    void the_tunnel_reaches_no_dashboard() {
        Platform.get();
        for (var target : List.of("mail-ingest:8082", "mail-ingest:9090", "nginx-edge:8445", "nginx-edge:8444")) {
            var answer = Command.attempt(
                    "docker",
                    "run",
                    "--rm",
                    "--network",
                    "postern-test_edge",
                    "postern/java:dev",
                    "curl",
                    "-sk",
                    "--max-time",
                    "5",
                    "http://" + target + "/");
            assertThat(answer.exitCode()).as(target).isNotZero();
        }
    }

    private static String management(String service, String endpoint) {
        var host = service.equals("mail-ingest") ? "mail-ingest-web" : "127.0.0.1";
        return Platform.compose(
                "exec", "-T", service, "sh", "-c", "curl -s http://%s:9090/actuator/%s".formatted(host, endpoint));
    }

    private static List<String> logOf(String service) {
        return Command.run("docker", "logs", "postern-test-%s-1".formatted(service))
                .lines()
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
