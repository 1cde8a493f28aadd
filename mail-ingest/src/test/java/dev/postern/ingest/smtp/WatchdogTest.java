package dev.postern.ingest.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postern.ingest.deadline.Deadline;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    private final Watchdog watchdog = new Watchdog();

    @AfterEach
    void stop() {
        watchdog.close();
    }

    @Test
    void closesASocketWhoseTimeIsUp() throws Exception {
        try (var socket = new Socket();
                var _ = watchdog.guard(socket, Deadline.in(Duration.ofMillis(20)))) {
            await().until(socket::isClosed);
        }
    }

    @Test
    void leavesASocketThatIsWatchedNoMore() throws Exception {
        try (var released = new Socket();
                var other = new Socket()) {
            var deadline = Deadline.in(Duration.ofMillis(100));
            watchdog.guard(released, deadline).close();
            try (var _ = watchdog.guard(other, deadline)) {
                await().until(other::isClosed);
            }
            assertThat(released.isClosed()).isFalse();
        }
    }
}
