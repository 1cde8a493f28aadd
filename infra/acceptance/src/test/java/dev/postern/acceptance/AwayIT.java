package dev.postern.acceptance;

import static dev.postern.acceptance.MessageBuilder.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the owner of a mailbox has answered while he is away, in admin-api and without a script of his own. */
class AwayIT {

    private static final String SENDER = "somebody@sender.example";

    private final Platform platform = Platform.get();
    private final Mailbox mailbox = platform.newMailbox();
    private final AdminApi owner = platform.admin().asOwner(mailbox);
    private final String text = "away" + UniqueId.next();

    @Test
    void answers_from_the_next_message_on_and_keeps_what_came() {
        owner.put("self/vacation", "{\"enabled\": true, \"text\": \"%s\"}".formatted(text));
        var message = aMessage().header("Cc: " + mailbox.address());

        platform.worker().send(SENDER, mailbox.address(), message.bytes());

        assertThat(platform.relays().main().messageWith(text))
                .contains("X-Original-To: " + SENDER)
                .contains("Auto-Submitted: auto-replied")
                .contains(message.marker());
        assertThat(mailbox.messageWith(message.marker())).endsWith(message.bytes());
    }

    @Test
    void is_silent_once_it_is_switched_off() {
        var off = "off" + UniqueId.next();
        owner.put("self/vacation", "{\"enabled\": true, \"text\": \"%s\"}".formatted(off));
        owner.put("self/vacation", "{\"enabled\": false, \"text\": \"%s\"}".formatted(off));
        deliver("first@sender.example");
        owner.put("self/vacation", "{\"enabled\": true, \"text\": \"%s\"}".formatted(text));
        deliver("second@sender.example");

        // Both went the same way, one after the other: an answer to the first would be there by now.
        assertThat(platform.relays().main().messageWith(text)).contains("X-Original-To: second@sender.example");
        assertThat(platform.relays().main().messagesWith(off)).isEmpty();
    }

    private void deliver(String sender) {
        var message = aMessage().header("Cc: " + mailbox.address());
        platform.worker().send(sender, mailbox.address(), message.bytes());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !mailbox.messagesWith(message.marker(), "INBOX").isEmpty());
    }
}
