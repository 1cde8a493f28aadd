package dev.postern.acceptance;

import static dev.postern.acceptance.MessageBuilder.aMessage;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Mail for an alias that leads to the outside goes on by the relay, under a sender that SPF holds for, otherwise untouched. */
class ForwardingIT {

    private static final Pattern RETURN_PATH = Pattern.compile("(?m)^Return-Path: <(.*)>$");

    private final Platform platform = Platform.get();
    private final Relays relays = platform.relays();
    private final String alias = "f" + UniqueId.next() + "@" + Platform.DOMAIN;
    private final String target = "t" + UniqueId.next() + "@outside.example";

    @Test
    void gets_a_sender_of_this_house_and_keeps_every_byte() {
        platform.admin().createAlias(alias, List.of(target));
        var message = aMessage();

        assertThat(platform.worker()
                        .send("somebody@sender.example", alias, message.bytes())
                        .kind())
                .isEqualTo("accept");

        var arrived = relays.main().messageWith(message.marker());
        assertThat(returnPath(arrived)).matches("SRS0=[^=]+=[^=]+=sender\\.example=somebody@" + Platform.DOMAIN);
        assertThat(arrived).contains("X-Original-To: " + target);
        assertThat(arrived.replace("\n", "\r\n").getBytes(ISO_8859_1)).endsWith(message.senderBytes());
    }

    @Test
    void an_answer_to_that_sender_finds_its_way_back() {
        platform.admin().createAlias(alias, List.of(target));
        var message = aMessage();
        platform.worker().send("somebody@sender.example", alias, message.bytes());
        var sender = returnPath(relays.main().messageWith(message.marker()));
        var report = aMessage();

        assertThat(platform.worker().send("", sender, report.bytes()).kind()).isEqualTo("accept");

        assertThat(relays.main().messageWith(report.marker()))
                .contains("X-Original-To: somebody@sender.example")
                .contains("Return-Path: <>");
    }

    @Test
    void a_made_up_sender_of_that_kind_is_unknown() {
        var forged = "SRS0=AAAA=BB=sender.example=somebody@" + Platform.DOMAIN;

        assertThat(platform.worker().send("", forged, aMessage().bytes()).kind())
                .isEqualTo("reject");
    }

    @Test
    void junk_is_refused_there_and_taken_elsewhere() {
        var mailbox = platform.newMailbox();
        platform.admin().createAlias(alias, List.of(mailbox.address(), target));
        var junk = aMessage().body(FilteringIT.JUNK);

        assertThat(platform.worker()
                        .send("somebody@sender.example", alias, junk.bytes())
                        .text())
                .contains("taken for spam, which is not forwarded");
        assertThat(platform.worker()
                        .send("somebody@sender.example", mailbox.address(), junk.bytes())
                        .kind())
                .isEqualTo("accept");
        mailbox.messageWith(junk.marker(), "Junk");
        assertThat(relays.main().messagesWith(junk.marker())).isEmpty();
    }

    @Test
    void a_mailbox_beside_it_sees_the_sender_who_wrote() {
        var mailbox = platform.newMailbox();
        platform.admin().createAlias(alias, List.of(mailbox.address(), target));
        var message = aMessage();

        platform.worker().send("somebody@sender.example", alias, message.bytes());

        assertThat(new String(mailbox.messageWith(message.marker()), ISO_8859_1))
                .contains("Return-Path: <somebody@sender.example>");
        relays.main().messageWith(message.marker());
    }

    @Test
    void what_is_forwarded_back_is_refused_and_its_sender_told() {
        platform.admin().createAlias(alias, List.of(target));
        var message = aMessage();
        platform.worker().send("somebody@sender.example", alias, message.bytes());
        var forwarded = relays.main().messageWith(message.marker());

        var back = platform.worker().send(returnPath(forwarded), alias, broughtBack(forwarded));

        assertThat(back.kind()).isEqualTo("reject");
        assertThat(back.text()).startsWith("554 5.4.6 Forwarding loop: ");
        assertThat(relays.main().messagesWith(message.marker())).hasSize(1);
    }

    @Test
    void what_is_forwarded_on_to_somebody_else_here_arrives() {
        platform.admin().createAlias(alias, List.of(target));
        var mailbox = platform.newMailbox();
        var message = aMessage();
        platform.worker().send("somebody@sender.example", alias, message.bytes());
        var forwarded = relays.main().messageWith(message.marker());

        assertThat(platform.worker()
                        .send(returnPath(forwarded), mailbox.address(), broughtBack(forwarded))
                        .kind())
                .isEqualTo("accept");

        mailbox.messageWith(message.marker());
    }

    /** The setting is made when somebody notices, and by then mail has come. */
    @Test
    void without_a_domain_to_forward_under_it_waits_until_there_is_one() throws Exception {
        platform.admin().createAlias(alias, List.of(target));
        var message = aMessage();
        try {
            forwardUnder("");
            assertThat(platform.worker()
                            .send("somebody@sender.example", alias, message.bytes())
                            .kind())
                    .isEqualTo("accept");

            var waiting = await().atMost(Duration.ofMinutes(1))
                    .until(() -> Platform.postern("queue"), queue -> queue.contains("to <" + target + ">: "));
            assertThat(waiting)
                    .containsPattern(
                            "from <somebody@sender\\.example>\n  to <%s>: .*450 4\\.3\\.5 .*POSTERN_SRS_DOMAIN is not set"
                                    .formatted(target));
            assertThat(relays.main().messagesWith(message.marker())).isEmpty();
        } finally {
            forwardUnder(Platform.DOMAIN);
        }
        Platform.compose("exec", "-T", "postfix", "postqueue", "-f");

        assertThat(returnPath(relays.main().messageWith(message.marker()))).endsWith("@" + Platform.DOMAIN);
        assertThat(relays.main().messagesWith(message.marker())).hasSize(1);
    }

    /** As an operator sets it, and only that. */
    private void forwardUnder(String domain) throws IOException {
        var settings = platform.state().resolve("postern.env");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replaceAll("(?m)^POSTERN_SRS_DOMAIN=.*$", "POSTERN_SRS_DOMAIN='" + domain + "'"));
        Platform.compose("up", "-d", "--no-build", "--no-deps", "--wait", "postsrsd");
    }

    /** As a server brings it that forwards everything, below Cloudflare's own headers. */
    private static byte[] broughtBack(String arrived) {
        var withoutEnvelope = arrived.substring(arrived.indexOf("Received:")).replace("\n", "\r\n");
        var block = new String(aMessage().bytes(), ISO_8859_1);
        return (block.substring(0, block.indexOf("From: ")) + withoutEnvelope).getBytes(ISO_8859_1);
    }

    private static String returnPath(String message) {
        var found = RETURN_PATH.matcher(message);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
