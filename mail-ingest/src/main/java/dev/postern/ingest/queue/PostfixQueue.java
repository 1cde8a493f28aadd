package dev.postern.ingest.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks Postfix's container, over a socket that only the two share; one question a connection. */
@Component
class PostfixQueue {

    /** The other side gives 4 MB at most. */
    private static final int LARGEST = 5_000_000;

    private final QueueSettings settings;

    PostfixQueue(QueueSettings settings) {
        this.settings = settings;
    }

    List<QueuedMessage> list() {
        return QueueListing.read(ask("list"));
    }

    /** Answers {@code done}, {@code gone}, or what Postfix said against it. */
    String order(Action action, String queueId) {
        return ask(action.tag() + " " + queueId).strip();
    }

    private String ask(String question) {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(settings.socket()))) {
            var patience = Thread.ofVirtual().start(() -> closeAfter(settings.patience(), channel));
            try {
                channel.write(ByteBuffer.wrap((question + "\n").getBytes(UTF_8)));
                return new String(Channels.newInputStream(channel).readNBytes(LARGEST), UTF_8);
            } finally {
                patience.interrupt();
            }
        } catch (IOException failure) {
            throw new QueueAway(failure);
        }
    }

    private static void closeAfter(Duration patience, SocketChannel channel) {
        try {
            Thread.sleep(patience);
            channel.close();
        } catch (InterruptedException answered) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
