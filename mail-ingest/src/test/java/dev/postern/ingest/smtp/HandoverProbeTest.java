package dev.postern.ingest.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.support.ScriptedSmtpServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Status;

@Timeout(30)
class HandoverProbeTest {

    private Instant now = Instant.parse("2026-05-01T10:00:00Z");
    private ScriptedSmtpServer server;
    private HandoverProbe probe;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtpServer();
        probe = new HandoverProbe(SmtpClientFailureTest.settings(server.port(), 1), () -> now);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isUpWhenTheNextHopGreets() {
        assertThat(probe.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void asksAgainOnlyAfterAWhile() {
        probe.health();
        probe.health();
        assertThat(server.connections()).isEqualTo(1);
        now = now.plus(Duration.ofSeconds(5));
        probe.health();
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void saysWhatIsWrong() {
        server.once("GREETING", "554 5.3.2 no service");
        var health = probe.health();
        assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.getDetails())
                .containsEntry("step", Step.GREETING)
                .containsEntry("nextHop", "127.0.0.1:" + server.port())
                .hasEntrySatisfying(
                        "problem", problem -> assertThat(problem.toString()).contains("554 5.3.2 no service"));
    }

    @Test
    void noticesThatNobodyListensAndThatSomebodyDoesAgain() {
        server.resetOnce("EHLO");
        assertThat(probe.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        now = now.plus(Duration.ofSeconds(5));
        assertThat(probe.health().getStatus()).isEqualTo(Status.UP);
    }
}
