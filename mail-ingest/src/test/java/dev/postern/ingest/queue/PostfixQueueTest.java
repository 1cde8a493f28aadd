package dev.postern.ingest.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostfixQueueTest {

    @TempDir
    Path directory;

    private ServerSocketChannel server;
    private PostfixQueue queue;

    @BeforeEach
    void open() throws IOException {
        var socket = directory.resolve("queue.sock");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        queue = new PostfixQueue(new QueueSettings(socket, Duration.ofSeconds(1), Duration.ofDays(1)));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void asksInOneLineAndReadsTheAnswerToItsEnd() {
        var asked = answering("done\n");

        assertThat(queue.order(Action.HOLD, "4jZ8M6319vzC9J5")).isEqualTo("done");
        assertThat(asked.join()).isEqualTo("hold 4jZ8M6319vzC9J5\n");
    }

    @Test
    void doesNotWaitForEver() {
        assertThatThrownBy(queue::list)
                .isInstanceOf(QueueAway.class)
                .hasMessageStartingWith("Postfix cannot be asked about its queue: ");
    }

    @Test
    void saysThatNobodyIsThere() throws IOException {
        server.close();

        assertThatThrownBy(queue::list).isInstanceOf(QueueAway.class);
    }

    private CompletableFuture<String> answering(String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (var client = server.accept()) {
                var question = ByteBuffer.allocate(200);
                client.read(question);
                client.write(ByteBuffer.wrap(answer.getBytes(UTF_8)));
                return new String(question.array(), 0, question.position(), UTF_8);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }
}
