package dev.postern.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What only the relay sees, a bounce after it took the message, reaches the sender all the same, and once. */
class RelayEventsIT {

    private static final Platform PLATFORM = Platform.get();
    private static KeyPair keys = keyPair();

    private final Mailbox sender = PLATFORM.newMailbox();
    private final String recipient = "e" + UniqueId.next() + "@outside.example";

    @BeforeAll
    static void tellTheKey() throws Exception {
        var key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        var relays = PLATFORM.relays();
        relays.set("main", relays.main().settings("fallback = second\nevent-webhook-key = " + key));
        await().atMost(Duration.ofSeconds(30)).until(() -> post("[]", keys) == 204);
    }

    @AfterAll
    static void forgetTheKey() {
        PLATFORM.relays().set("main", PLATFORM.relays().main().settings("fallback = second"));
    }

    @Test
    void a_bounce_is_reported_to_the_sender_once_and_the_address_is_not_written_to_again() throws Exception {
        var messageId = UniqueId.next() + "@" + Platform.DOMAIN;
        send(messageId);
        PLATFORM.relays().main().messageWith(messageId);
        var events = """
                [{"event":"bounce","type":"bounce","email":"%s","timestamp":1795574174,"smtp-id":"<%s>",
                  "sg_event_id":"%s","reason":"550 5.1.1 no such user here","status":"5.1.1"},
                 {"event":"delivered","email":"somebody@outside.example","timestamp":1795574174}]
                """.formatted(recipient, messageId, UniqueId.next());

        assertThat(post(events, keys)).isEqualTo(204);
        assertThat(post(events, keys)).isEqualTo(204);

        assertThat(new String(sender.messageWith("Undelivered Mail"), ISO_8859_1))
                .contains("Final-Recipient: rfc822; " + recipient, "550 5.1.1 no such user here", messageId);
        await().atMost(Duration.ofSeconds(20)).until(RelayEventsIT::unreported, "0"::equals);
        assertThatThrownBy(() -> send(UniqueId.next() + "@" + Platform.DOMAIN))
                .hasStackTraceContaining("550 5.7.1")
                .hasStackTraceContaining("suppressed addresses");
        assertThat(sender.allMessages("INBOX")).hasSize(1);

        assertThat(new IngestApi(PLATFORM)
                        .send("DELETE", "suppressions/" + recipient)
                        .statusCode())
                .isEqualTo(204);
        send(UniqueId.next() + "@" + Platform.DOMAIN);
    }

    @Test
    void what_another_signed_is_not_believed() throws Exception {
        assertThat(post("[]", keyPair())).isEqualTo(401);
        assertThat(send("main", "[]", "", "")).isEqualTo(401);
        assertThat(send("second", "[]", "AAAA", "1")).isEqualTo(404);
        assertThat(send("nobody", "[]", "AAAA", "1")).isEqualTo(404);
    }

    private static String unreported() {
        return Platform.compose(
                        "exec",
                        "-T",
                        "mariadb",
                        "mariadb",
                        "-Ne",
                        "select count(*) from ingest.relay_event where to_report")
                .strip();
    }

    private void send(String messageId) throws Exception {
        new Submission(sender).send(recipient, """
                From: <%s>
                To: <%s>
                Subject: Hello
                Message-ID: <%s>

                Hello.
                """.formatted(sender.address(), recipient, messageId));
    }

    private static int post(String events, KeyPair signing) throws Exception {
        var timestamp = "1795574174";
        var signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(signing.getPrivate());
        signer.update((timestamp + events).getBytes(UTF_8));
        return send("main", events, Base64.getEncoder().encodeToString(signer.sign()), timestamp);
    }

    private static int send(String relay, String events, String signature, String timestamp) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(PLATFORM.info().ingest().url() + "/v1/events/" + relay))
                .header("Content-Type", "application/json")
                .header("X-Twilio-Email-Event-Webhook-Signature", signature)
                .header("X-Twilio-Email-Event-Webhook-Timestamp", timestamp)
                .POST(BodyPublishers.ofString(events))
                .build();
        return PLATFORM.http().send(request, BodyHandlers.discarding()).statusCode();
    }

    private static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
