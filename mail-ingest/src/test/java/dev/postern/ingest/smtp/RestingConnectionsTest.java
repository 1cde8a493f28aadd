package dev.postern.ingest.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postern.ingest.deadline.Deadline;
import dev.postern.ingest.support.Mails;
import dev.postern.ingest.support.ScriptedSmtpServer;
import dev.postern.ingest.trace.ClientIdentity;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RestingConnectionsTest {

    private static final ClientIdentity ANN = Mails.clientAt("203.0.113.7", "ann");
    private static final ClientIdentity EVE = Mails.clientAt("203.0.113.8", "eve");
    /** Whatever rests has rested for longer. */
    private static final Duration AT_ONCE = Duration.ofNanos(-1);

    private ScriptedSmtpServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtpServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void prefersTheOneThatSpokeForTheClientLast() throws Exception {
        var resting = new RestingConnections(Duration.ofMinutes(1));
        var forAnn = connectionFor(ANN);
        var forEve = connectionFor(EVE);
        resting.put(forAnn);
        resting.put(forEve);
        assertThat(resting.take(ANN)).containsSame(forAnn);
        assertThat(resting.take(ANN)).containsSame(forEve);
        assertThat(resting.take(ANN)).isEmpty();
    }

    @Test
    void takesTheYoungestForAStranger() throws Exception {
        var resting = new RestingConnections(Duration.ofMinutes(1));
        resting.put(connectionFor(ANN));
        var youngest = connectionFor(EVE);
        resting.put(youngest);
        assertThat(resting.take(ClientIdentity.UNKNOWN)).containsSame(youngest);
    }

    @Test
    void closesTheOldWithAGoodBye() throws Exception {
        var young = new RestingConnections(Duration.ofMinutes(1));
        var old = new RestingConnections(AT_ONCE);
        young.put(connectionFor(ANN));
        old.put(connectionFor(EVE));
        young.closeOld();
        old.closeOld();
        assertThat(young.size()).isEqualTo(1);
        assertThat(old.size()).isZero();
        await().untilAsserted(() -> assertThat(server.commands()).containsOnlyOnce("QUIT"));
        young.closeAll();
        assertThat(young.size()).isZero();
        await().untilAsserted(() ->
                assertThat(server.commands().stream().filter("QUIT"::equals)).hasSize(2));
    }

    @Test
    void closesAlsoWhatTheServerClosedBefore() throws Exception {
        var resting = new RestingConnections(AT_ONCE);
        resting.put(connectionFor(ANN));
        server.dropConnections();
        resting.closeOld();
        assertThat(resting.size()).isZero();
    }

    private SmtpConnection connectionFor(ClientIdentity client) throws StepFailed {
        var deadline = Deadline.in(Duration.ofSeconds(20));
        var connection = SmtpConnection.open(SmtpClientFailureTest.settings(server.port(), 1), deadline);
        connection.speakFor(client, deadline);
        return connection;
    }
}
