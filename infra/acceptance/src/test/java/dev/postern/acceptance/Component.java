package dev.postern.acceptance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** One container of the platform, and what can happen to it. */
enum Component {
    MAIL_INGEST,
    POSTFIX,
    RSPAMD,
    DOVECOT,
    MARIADB,
    VALKEY,
    CLAMAV;

    String service() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** SIGKILL to its first process, as the kernel would: the restart policy has to bring it back. */
    void crash() {
        var pid = inspect("{{.State.Pid}}");
        Command.run(
                "docker",
                "run",
                "--rm",
                "--pid",
                "host",
                "--network",
                "none",
                "debian:trixie-slim",
                "sh",
                "-c",
                "kill -9 " + pid);
    }

    /** Stops its processes where they stand: connections stay open and nothing answers. */
    void stall() {
        Command.run("docker", "pause", container());
    }

    void goOn() {
        Command.attempt("docker", "unpause", container());
    }

    /** How many of its processes the kernel has killed because there was no memory left for them (cgroup v2, or v1). */
    int killedForMemory() {
        return Integer.parseInt(Command.run(
                        "docker",
                        "exec",
                        container(),
                        "sh",
                        "-c",
                        "cat /sys/fs/cgroup/memory.events /sys/fs/cgroup/memory/memory.oom_control 2>&1"
                                + " | sed -n 's/^oom_kill //p'")
                .strip());
    }

    void awaitHealthy() {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> inspect("{{.State.Health.Status}}"), "healthy"::equals);
    }

    String inspect(String format) {
        return Command.run("docker", "inspect", "--format", format, container()).strip();
    }

    private String container() {
        return "postern-test-" + service() + "-1";
    }
}
