package dev.postern.acceptance;

import static dev.postern.acceptance.MessageBuilder.aMessage;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Spam is filed or refused, viruses are refused, and nothing passes unscanned. */
class FilteringIT {

    private static final String SENDER = "somebody@sender.example";

    private final Platform platform = Platform.get();
    private final EmailWorker worker = platform.worker();

    /** What lua.local.d/junk-test.lua of Rspamd knows. */
    static final String JUNK = "YJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X\n";

    @Test
    void files_tagged_spam_into_junk() {
        var mailbox = platform.newMailbox();
        var message = aMessage().body(JUNK);

        assertThat(worker.send(SENDER, mailbox.address(), message.bytes()).kind())
                .isEqualTo("accept");

        assertThat(mailbox.messageWith(message.marker(), "Junk")).endsWith(message.bytes());
        assertThat(mailbox.messagesWith(message.marker(), "INBOX")).isEmpty();
    }

    @Test
    void refuses_what_is_certainly_spam() {
        var mailbox = platform.newMailbox();
        var message = aMessage().body("XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X\n");

        var outcome = worker.send(SENDER, mailbox.address(), message.bytes());

        assertThat(outcome.kind()).isEqualTo("reject");
        assertThat(outcome.text()).startsWith("554 5.7.1 ");
    }

    @Test
    void refuses_a_virus_and_names_it() {
        var mailbox = platform.newMailbox();
        var message = aMessage().attachment(eicar());

        var outcome = worker.send(SENDER, mailbox.address(), message.bytes());

        assertThat(outcome.kind()).isEqualTo("reject");
        assertThat(outcome.text()).startsWith("554 5.7.1 ").containsIgnoringCase("eicar");
    }

    @Test
    void does_not_believe_a_senders_own_verdict() {
        var mailbox = platform.newMailbox();
        var message = aMessage().header("X-Spam: Yes");

        assertThat(worker.send(SENDER, mailbox.address(), message.bytes()).kind())
                .isEqualTo("accept");

        mailbox.messageWith(message.marker());
    }

    /** The standard test file of the anti-virus industry, put together here so that no scanner takes this source for one. */
    private static byte[] eicar() {
        return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!" + "$H+H*").getBytes(US_ASCII);
    }
}
