package dev.postern.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A way to Postfix, and who takes it. Each is opened up to where EHLO was answered, over TLS where there is TLS. */
enum Door {
    SUBMISSIONS(null, 465),
    SUBMISSION(null, 587),
    SUBMISSIONS_FROM_WEBMAIL(Neighbour.WEBMAIL, 465),
    SUBMISSION_FROM_MAILBOXES(Neighbour.MAILBOXES, 587),
    HANDOVER(Neighbour.INGEST, 2525);

    private final @Nullable Neighbour neighbour;
    private final int port;

    Door(@Nullable Neighbour neighbour, int port) {
        this.neighbour = neighbour;
        this.port = port;
    }

    SmtpDialogue open() throws IOException {
        var trust = Platform.get().trust();
        var dialogue = port == 465 ? SmtpDialogue.overTls(connect(), trust) : SmtpDialogue.over(connect());
        dialogue.reply().expect("220 ");
        if (port == 587) {
            dialogue.say("EHLO stranger.example").expect("250 ");
            dialogue.say("STARTTLS").expect("220 ");
            dialogue = dialogue.secured(trust);
        }
        dialogue.say("EHLO stranger.example").expect("250 ");
        return dialogue;
    }

    /** Logged in; after a wait, while Dovecot lets this address wait for guesses made before, or Postfix for many log-ins. */
    SmtpDialogue openAs(Mailbox mailbox) {
        return await().atMost(Duration.ofSeconds(90))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> logIn(mailbox), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<SmtpDialogue> logIn(Mailbox mailbox) throws IOException {
        var dialogue = open();
        var answer = dialogue.logIn(mailbox.address(), mailbox.password());
        if (answer.begins("235 ")) {
            return Optional.of(dialogue);
        }
        dialogue.close();
        answer.expect("4");
        return Optional.empty();
    }

    /** Nothing said yet, and no TLS. */
    Socket connect() throws IOException {
        if (neighbour != null) {
            return neighbour.connect(port == 2525 ? "postfix-handover" : "postfix", port);
        }
        var published = Command.run("docker", "port", "postern-test-postfix-1", port + "/tcp")
                .strip();
        return new Socket(
                InetAddress.getLoopbackAddress(),
                Integer.parseInt(published.substring(published.lastIndexOf(':') + 1)));
    }
}
