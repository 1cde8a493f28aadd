package dev.postern.acceptance;

import static dev.postern.acceptance.MessageBuilder.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A sender that tries again because it never saw our answer does not make a second copy. */
class OnceOnlyIT {

    private static final String SENDER = "somebody@sender.example";

    private final Platform platform = Platform.get();

    @Test
    void takes_the_same_message_under_other_cloudflare_headers_once() {
        var mailbox = platform.newMailbox();
        var message = aMessage();

        for (int attempt = 0; attempt < 3; attempt++) {
            var outcome = platform.worker()
                    .send(SENDER, mailbox.address(), message.again().bytes());
            assertThat(outcome.kind()).isEqualTo("accept");
        }

        assertThat(settled(mailbox, message)).isEqualTo(1);
    }

    @Test
    void takes_the_same_message_for_two_recipients_twice() {
        var first = platform.newMailbox();
        var second = platform.newMailbox();
        var message = aMessage();

        platform.worker().send(SENDER, first.address(), message.bytes());
        platform.worker().send(SENDER, second.address(), message.again().bytes());

        first.messageWith(message.marker());
        second.messageWith(message.marker());
    }

    @Test
    void takes_a_message_that_comes_several_times_at_once_once() throws Exception {
        var mailbox = platform.newMailbox();
        var message = aMessage();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = new ArrayList<Future<EmailWorker.Outcome>>();
            for (int attempt = 0; attempt < 8; attempt++) {
                var bytes = message.again().bytes();
                attempts.add(threads.submit(() -> platform.worker().send(SENDER, mailbox.address(), bytes)));
            }
            for (var attempt : attempts) {
                assertThat(attempt.get().kind()).isEqualTo("accept");
            }
        }

        assertThat(settled(mailbox, message)).isEqualTo(1);
    }

    @Test
    void does_not_believe_a_delivery_key_that_came_from_outside() throws IOException {
        var mailbox = platform.newMailbox();
        var neighbour = platform.newMailbox();
        var real = aMessage();
        platform.worker().send(SENDER, neighbour.address(), real.bytes());
        var key = headerOf(neighbour.messageWith(real.marker()), "X-Postern-Delivery-Key");

        for (var made : List.of(key, key.replace('0', '1'), "x")) {
            var other = aMessage().header("X-Postern-Delivery-Key: " + made);
            platform.worker().send(SENDER, mailbox.address(), other.bytes());

            mailbox.messageWith(other.marker());
        }
    }

    /** How many copies there are once a later message, which comes after them all, has arrived. */
    private int settled(Mailbox mailbox, MessageBuilder message) {
        var last = aMessage();
        platform.worker().send(SENDER, mailbox.address(), last.bytes());
        mailbox.messageWith(last.marker());
        return mailbox.messagesWith(message.marker(), "INBOX").size();
    }

    private static String headerOf(byte[] message, String name) {
        return MessageBuilder.latin1(message)
                .lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElseThrow();
    }
}
