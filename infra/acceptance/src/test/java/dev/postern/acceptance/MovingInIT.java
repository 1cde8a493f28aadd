package dev.postern.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mail moves in from another server, and comes whole although Dovecot dies in the middle of it. */
class MovingInIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MESSAGES = 350;

    private final Platform platform = Platform.get();
    private final Mailbox mailbox = platform.newMailbox();
    private final OldMailServer old = OldMailServer.start(platform);

    @AfterEach
    void stopOldServer() {
        old.close();
    }

    @Test
    void a_mailbox_moves_in_whole_and_once_with_flags_and_dates_though_dovecot_is_killed_meanwhile() throws Exception {
        old.fill("INBOX", messages("inbox", MESSAGES, 20_000));
        old.fill("Gesendete Objekte", messages("sent", 20, 500));
        old.fill("Arbeit.2024.März", messages("work", 30, 500));
        var id = start();

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> move(id).at("/progress/moved").asInt() > 0);
        old.stall();
        assertThat(move(id).path("state").asString()).isEqualTo("running");
        Component.DOVECOT.crash();
        old.goOn();
        await().atMost(PATIENCE)
                .until(
                        () -> move(id).path("state").asString(),
                        state -> !List.of("running", "waiting").contains(state));

        var done = move(id);
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
        assertThat(done.path("passwordKept").asBoolean()).isFalse();
        Component.DOVECOT.awaitHealthy();
        try (var there = old.connect();
                var here = mailbox.connect()) {
            assertThat(content(here, "INBOX"))
                    .hasSize(MESSAGES)
                    .doesNotHaveDuplicates()
                    .isEqualTo(content(there, "INBOX"));
            assertThat(content(here, "Sent")).hasSize(20).isEqualTo(content(there, "Gesendete Objekte"));
            assertThat(content(here, "Arbeit/2024/März")).hasSize(30).isEqualTo(content(there, "Arbeit.2024.März"));
        }
    }

    private long start() {
        var wish = JsonMapper.shared()
                .createObjectNode()
                .put("mailbox", mailbox.address())
                .put("host", OldMailServer.HOST)
                .put("user", OldMailServer.USER)
                .put("password", OldMailServer.PASSWORD)
                .put("certificate", Platform.read(platform.info().caFile()));
        return platform.admin()
                .post("migrations/mail", wish.toString())
                .path("id")
                .asLong();
    }

    private JsonNode move(long id) {
        return platform.admin().get("migrations/mail/" + id);
    }

    /** Each with other flags and from another day. */
    private static Message[] messages(String about, int count, int size) {
        return IntStream.range(0, count)
                .mapToObj(number -> message(about, number, size))
                .toArray(Message[]::new);
    }

    private static Message message(String about, int number, int size) {
        var text = """
                From: Bob <bob@old.example>
                To: ann@old.example
                Subject: %1$s %2$d
                Message-ID: <%1$s.%2$d@old.example>

                %3$s
                """.formatted(about, number, ("x".repeat(70) + "\n").repeat(size / 71));
        try {
            var message = new DatedMessage(
                    text.replace("\n", "\r\n"),
                    Instant.parse("2020-01-01T10:20:30Z").plus(Duration.ofDays(number)));
            message.setFlag(Flags.Flag.SEEN, number % 2 == 1);
            message.setFlag(Flags.Flag.FLAGGED, number % 3 == 1);
            message.setFlags(new Flags("Wichtig"), number % 5 == 1);
            return message;
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Subject, date and flags of each message of a folder. */
    private static List<String> content(Store store, String name) throws MessagingException {
        var folder = store.getFolder(name);
        folder.open(Folder.READ_ONLY);
        var profile = new jakarta.mail.FetchProfile();
        profile.add(jakarta.mail.FetchProfile.Item.ENVELOPE);
        profile.add(jakarta.mail.FetchProfile.Item.FLAGS);
        var messages = folder.getMessages();
        folder.fetch(messages, profile);
        return Arrays.stream(messages).map(MovingInIT::line).sorted().toList();
    }

    private static String line(Message message) {
        try {
            var flags = new TreeSet<>(List.of(message.getFlags().getUserFlags()));
            flags.add(message.isSet(Flags.Flag.SEEN) ? "seen" : "unseen");
            flags.add(message.isSet(Flags.Flag.FLAGGED) ? "flagged" : "unflagged");
            return "%s %s %d %s"
                    .formatted(message.getSubject(), message.getReceivedDate().toInstant(), message.getSize(), flags);
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** APPEND takes the date when a message came from it. */
    private static final class DatedMessage extends MimeMessage {

        private final Instant received;

        DatedMessage(String text, Instant received) throws MessagingException {
            super((Session) null, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            this.received = received;
        }

        @Override
        public Date getReceivedDate() {
            return Date.from(received);
        }
    }
}
