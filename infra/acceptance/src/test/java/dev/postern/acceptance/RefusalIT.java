package dev.postern.acceptance;

import static dev.postern.acceptance.MessageBuilder.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The sending server learns at once, and with the right code, what will never work. */
class RefusalIT {

    private static final String SENDER = "somebody@sender.example";

    private final Platform platform = Platform.get();
    private final EmailWorker worker = platform.worker();

    @Test
    void refuses_an_unknown_user() {
        var outcome = worker.send(
                SENDER,
                "nobody-" + UniqueId.next() + "@" + Platform.DOMAIN,
                aMessage().bytes());

        assertThat(outcome.kind()).isEqualTo("reject");
        assertThat(outcome.text()).startsWith("550 5.1.1 ");
    }

    @Test
    void refuses_a_domain_that_is_not_ours() {
        var outcome =
                worker.send(SENDER, "somebody@elsewhere.example", aMessage().bytes());

        assertThat(outcome.kind()).isEqualTo("reject");
        assertThat(outcome.text()).startsWith("550 5.7.1 ");
    }

    @Test
    void refuses_what_does_not_fit_into_the_mailbox() {
        var mailbox = platform.newMailbox(1024 * 1024);

        var outcome = worker.send(
                SENDER, mailbox.address(), aMessage().filledTo(2_000_000).bytes());

        assertThat(outcome.kind()).isEqualTo("reject");
        assertThat(outcome.text()).startsWith("552 5.2.2 ");
    }

    @Test
    void refuses_what_is_too_big_with_its_own_code() throws IOException {
        var mailbox = platform.newMailbox();
        var answer = platform.ingest()
                .send(
                        SENDER,
                        mailbox.address(),
                        aMessage().filledTo(30 * 1024 * 1024).bytes());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":552").contains("\"enhanced\":\"5.3.4\"");
    }
}
