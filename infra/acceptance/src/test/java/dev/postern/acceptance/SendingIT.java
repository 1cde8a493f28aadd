package dev.postern.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.AuthenticationFailedException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People send as who they are, and not without end; whoever has one password has no more than one person's share. */
class SendingIT {

    private final Platform platform = Platform.get();
    private final Mailbox sender = platform.newMailbox();
    private final Mailbox reader = platform.newMailbox();

    @Test
    void writes_as_itself_as_its_alias_and_with_a_detail() throws Exception {
        var alias = "team" + UniqueId.next() + "@" + Platform.DOMAIN;
        platform.admin().createAlias(alias, List.of(sender.address()));
        var detailed = sender.address().replace("@", "+news@");
        for (var author : List.of(sender.address(), alias, detailed)) {
            var marker = "Message " + UniqueId.next();

            new Submission(sender).send(author, reader.address(), text(author, marker));

            reader.messageWith(marker);
        }
    }

    @Test
    void writes_under_no_name_of_another() {
        for (var author : List.of(reader.address(), "boss@elsewhere.example", "nobody@" + Platform.DOMAIN)) {
            assertThatThrownBy(() ->
                            new Submission(sender).send(reader.address(), text(author, "Message " + UniqueId.next())))
                    .hasStackTraceContaining("5.7.1")
                    .hasStackTraceContaining("may not write as " + author);
        }
    }

    @Test
    void an_app_password_reads_and_sends_until_it_is_taken_away() throws Exception {
        var path = "mailboxes/" + sender.address() + "/app-passwords";
        var telephone = platform.admin().post(path, "{\"name\": \"Telephone\"}");
        var laptop = platform.admin().post(path, "{\"name\": \"Laptop\"}");
        for (var made : List.of(telephone, laptop)) {
            var program = new Mailbox(
                    platform, sender.address(), made.path("password").asString());
            var marker = "Message " + UniqueId.next();
            new Submission(program).send(sender.address(), text(sender.address(), marker));
            program.messageWith(marker);
        }

        platform.admin().delete(path + "/" + telephone.path("id").asString());

        var lost = new Mailbox(
                platform, sender.address(), telephone.path("password").asString());
        assertThatThrownBy(lost::connect).isInstanceOf(AuthenticationFailedException.class);
        new Mailbox(platform, sender.address(), laptop.path("password").asString())
                .connect()
                .close();
    }

    @Test
    void sends_no_virus() {
        var eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
        var message = """
                From: <%s>
                To: <somebody@elsewhere.example>
                Subject: Look at this
                MIME-Version: 1.0
                Content-Type: application/octet-stream
                Content-Transfer-Encoding: base64

                %s
                """.formatted(sender.address(), Base64.getEncoder().encodeToString(eicar.getBytes(US_ASCII)));

        assertThatThrownBy(() -> new Submission(sender).send(reader.address(), message))
                .hasStackTraceContaining("554 5.7.1")
                .hasStackTraceContaining("virus found");
    }

    @Test
    void writes_under_every_name_of_the_domain_once_that_is_granted() throws Exception {
        var author = "anything" + UniqueId.next() + "@" + Platform.DOMAIN;
        platform.admin().put("mailboxes/" + sender.address() + "/sending", "{\"sendsForDomain\": true}");
        var marker = "Message " + UniqueId.next();

        new Submission(sender).send(author, reader.address(), text(author, marker));
        new Submission(sender).send(reader.address(), sender.address(), text(reader.address(), marker));

        reader.messageWith(marker);
        sender.messageWith(marker);
    }

    @Test
    void waits_at_the_limit_while_others_send_on() throws Exception {
        platform.admin().put("mailboxes/" + sender.address() + "/sending", "{\"messagesPerHour\": 2}");
        for (int message = 0; message < 2; message++) {
            new Submission(sender).send(reader.address(), text(sender.address(), "Message " + UniqueId.next()));
        }

        assertThatThrownBy(() -> new Submission(sender)
                        .send(reader.address(), text(sender.address(), "Message " + UniqueId.next())))
                .hasStackTraceContaining("451 4.7.1")
                .hasStackTraceContaining("2 messages an hour");

        var marker = "Message " + UniqueId.next();
        new Submission(reader).send(sender.address(), text(reader.address(), marker));
        sender.messageWith(marker);
        assertThat(Platform.compose(
                        "exec", "-T", "mail-ingest", "curl", "-s", "http://mail-ingest-web:9090/actuator/prometheus"))
                .contains("postern_ingest_submissions_total{outcome=\"mailbox_limit\"");
    }

    @Test
    void sends_nothing_while_nobody_can_say_whether_it_may() {
        Component.MAIL_INGEST.stall();
        try {
            assertThatThrownBy(() -> new Submission(sender)
                            .send(reader.address(), text(sender.address(), "Message " + UniqueId.next())))
                    .hasStackTraceContaining("451 4.7.1")
                    .hasStackTraceContaining("try again later");
        } finally {
            Component.MAIL_INGEST.goOn();
        }
        Component.MAIL_INGEST.awaitHealthy();
    }

    private static String text(String author, String marker) {
        return """
                From: <%s>
                To: <somebody@elsewhere.example>
                Subject: %s

                Hello.
                """.formatted(author, marker);
    }
}
