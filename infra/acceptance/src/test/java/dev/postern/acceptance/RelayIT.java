package dev.postern.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write to the outside leaves by a relay, whole and signed, and is neither lost nor forgotten when that one fails. */
class RelayIT {

    private static final DkimVerifier VERIFIER = new DkimVerifier();

    /** As Amazon SES does. */
    private static final String REPLACING =
            "header_checks=regexp:{ {/^Message-ID:/ REPLACE Message-ID: <anew@relay.example>},"
                    + " {/^Date:/ REPLACE Date: 1 Jan 2026 00:00:00 +0000} }";

    private final Platform platform = Platform.get();
    private final Relays relays = platform.relays();
    private final Mailbox sender = platform.newMailbox();
    private final String recipient = "r" + UniqueId.next() + "@outside.example";

    @AfterEach
    void well() {
        relays.main().startAgain();
        relays.main()
                .behave(
                        "smtpd_client_restrictions=",
                        "smtpd_sender_restrictions=",
                        "smtpd_recipient_restrictions=",
                        "smtpd_data_restrictions=",
                        "smtpd_end_of_data_restrictions=",
                        "smtpd_delay_reject=yes",
                        "header_checks=");
        relays.set("main", relays.main().settings("fallback = second"));
    }

    @Test
    void a_message_arrives_there_signed_aligned_and_without_traces_of_the_house() throws Exception {
        var ann = senderWithKeys();
        var domain = domainOf(ann);
        var marker = "Message " + UniqueId.next();

        new Submission(ann)
                .send(recipient, """
                From: Ann <ann@%s>
                To: <%s>
                Subject: %s
                Message-ID: <%s@%s>
                User-Agent: Some Program/1.0
                X-Originating-IP: 192.168.1.7

                Grüße, mit einer Zeile von mehr als tausend Zeichen:
                %s
                .
                """.formatted(domain, recipient, marker, UniqueId.next(), domain, "x".repeat(1500)));

        var arrived = relays.main().messageWith(marker);
        assertThat(arrived).contains("Return-Path: <ann@%s>".formatted(domain)).contains("X-Original-To: " + recipient);
        assertThat(whatWasSent(arrived))
                .doesNotContain("Received:", "Some Program", "192.168.1.7", "172.", "postern", "Postern");
        assertThat(signaturesOf(arrived, domain))
                .hasSize(2)
                .allSatisfy(signature -> assertThat(signature.problem()).isEmpty());
    }

    /** Not only the one that does it: which relay will take a message is not known when it is signed. */
    @ParameterizedTest
    @ValueSource(strings = {"main", "second"})
    void what_a_relay_writes_anew_is_not_signed_and_the_rest_holds(String takenBy) throws Exception {
        relays.set("main", relays.main().settings("fallback = second\nreplaces = message-id, date"));
        relays.main().behave(REPLACING);
        if (takenBy.equals("second")) {
            relays.main().stop();
        }
        var ann = senderWithKeys();
        var marker = send(ann);

        var relay = takenBy.equals("main") ? relays.main() : relays.second();
        var arrived = relay.messageWith(marker);
        assertThat(arrived.contains("Message-ID: <anew@relay.example>")).isEqualTo(takenBy.equals("main"));
        assertThat(signaturesOf(arrived, domainOf(ann))).hasSize(2).allSatisfy(signature -> {
            assertThat(signature.problem()).isEmpty();
            assertThat(signature.headers())
                    .contains("from", "to", "subject", "content-type")
                    .doesNotContain("message-id", "date");
        });
    }

    @Test
    void without_saying_so_a_relay_that_writes_them_anew_breaks_the_signatures() throws Exception {
        relays.main().behave(REPLACING);
        var ann = senderWithKeys();

        assertThat(signaturesOf(relays.main().messageWith(send(ann)), domainOf(ann)))
                .hasSize(2)
                .allSatisfy(signature -> assertThat(signature.problem()).isNotEmpty());
    }

    @Test
    void settings_that_cannot_be_understood_take_nothing_from_the_signatures() throws Exception {
        var ann = senderWithKeys();
        var folder = platform.state().resolve("relays/folder.conf");
        relays.set("broken", "replaces = from, to, subject\0, (o)from\nreplaces\n=\n replaces == date:x\n");
        Files.createDirectory(folder);
        try {
            assertThat(signaturesOf(relays.main().messageWith(send(ann)), domainOf(ann)))
                    .hasSize(2)
                    .allSatisfy(signature -> {
                        assertThat(signature.problem()).isEmpty();
                        assertThat(signature.headers()).contains("from", "to", "subject", "message-id", "date");
                    });
        } finally {
            Files.delete(folder);
            relays.remove("broken");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smtpd_client_restrictions=defer",
                "smtpd_sender_restrictions=defer",
                "smtpd_recipient_restrictions=defer",
                "smtpd_data_restrictions=defer",
                "smtpd_end_of_data_restrictions=defer",
            })
    void a_relay_that_wants_it_later_is_passed_over_for_the_other(String behaviour) throws Exception {
        relays.main().behave(behaviour);
        var marker = send();

        assertThat(relays.second().messageWith(marker)).contains("Return-Path: <%s>".formatted(sender.address()));
        assertThat(relays.main().messagesWith(marker)).isEmpty();
        assertThat(sender.allMessages("INBOX")).isEmpty();
    }

    @Test
    void a_relay_that_is_down_is_passed_over_for_the_other() throws Exception {
        relays.main().stop();
        var marker = send();

        assertThat(relays.second().messageWith(marker)).contains(marker);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smtpd_sender_restrictions=reject",
                "smtpd_recipient_restrictions=reject",
                "smtpd_data_restrictions=reject",
                "smtpd_end_of_data_restrictions=reject",
            })
    void a_final_refusal_is_told_to_the_sender(String behaviour) throws Exception {
        relays.main().behave(behaviour);
        var marker = send();

        var report = new String(sender.messageWith("Undelivered Mail Returned to Sender"), ISO_8859_1);
        assertThat(report)
                .contains("multipart/report; report-type=delivery-status")
                .contains("Final-Recipient: rfc822; " + recipient)
                .contains("Action: failed")
                .contains(marker);
        assertThat(relays.second().messagesWith(marker)).isEmpty();
    }

    @Test
    void a_certificate_of_another_name_is_not_believed() throws Exception {
        var authority = platform.state().resolve("tls");
        relays.main().makeCertificate(authority, "other.example");
        relays.main().restart();
        try {
            var marker = send();

            assertThat(relays.second().messageWith(marker)).contains(marker);
            assertThat(relays.main().messagesWith(marker)).isEmpty();
        } finally {
            relays.main().makeCertificate(authority, relays.main().host());
            relays.main().restart();
        }
    }

    @Test
    void a_domain_may_have_a_relay_of_its_own() throws Exception {
        var domain = "d" + UniqueId.next() + ".example";
        platform.admin().createDomain(domain);
        platform.admin().change("domains/" + domain, "{\"relay\": \"second\"}");
        var password = "pass-" + UniqueId.next();
        platform.admin().createMailbox("ann@" + domain, password, 1L << 30);
        var marker = send(new Mailbox(platform, "ann@" + domain, password));

        assertThat(relays.second().messageWith(marker)).contains(marker);
        assertThat(relays.main().messagesWith(marker)).isEmpty();
    }

    @Test
    void a_relay_that_is_not_there_is_named() {
        var domain = "d" + UniqueId.next() + ".example";
        platform.admin().createDomain(domain);
        platform.admin().change("domains/" + domain, "{\"relay\": \"nowhere\"}");
        var password = "pass-" + UniqueId.next();
        platform.admin().createMailbox("ann@" + domain, password, 1L << 30);

        assertThatThrownBy(() -> send(new Mailbox(platform, "ann@" + domain, password)))
                .hasStackTraceContaining("4.3.5")
                .hasStackTraceContaining("the relay nowhere of this domain is not configured");
    }

    @Test
    void without_any_relay_the_outside_is_refused_at_once_and_the_house_still_writes_to_itself() throws Exception {
        relays.remove("main");
        try {
            relays.takeIntoUse();
            assertThatThrownBy(this::send)
                    .hasStackTraceContaining("550 5.4.4")
                    .hasStackTraceContaining("no relay is configured");

            var marker = "Message " + UniqueId.next();
            var reader = platform.newMailbox();
            new Submission(sender).send(reader.address(), text(sender, marker));
            reader.messageWith(marker);
        } finally {
            relays.set("main", relays.main().settings("fallback = second"));
            relays.takeIntoUse();
        }
    }

    @Test
    void what_is_beyond_the_allowance_goes_by_the_other_or_waits() throws Exception {
        relays.set("main", relays.main().settings("fallback = second\ndaily-allowance = 0"));
        try {
            relays.awaitRoute("relay-second:");
            assertThat(relays.second().messageWith(send())).contains(sender.address());

            relays.set("main", relays.main().settings("daily-allowance = 0"));
            relays.awaitRoute("retry:");
            assertThatThrownBy(this::send)
                    .hasStackTraceContaining("450 4.3.5")
                    .hasStackTraceContaining("the relay main has had its allowance");
            assertThat(new IngestApi(platform).get("alerts").toString())
                    .contains("The allowance of the relay main is spent");
        } finally {
            relays.set("main", relays.main().settings("fallback = second"));
            relays.takeIntoUse();
        }
    }

    @Test
    void settings_that_cannot_be_are_named_and_left_out() {
        relays.set(
                "broken",
                "host = \nport = many\ntls = maybe\nusr = somebody\nfallback = broken\nreplaces = from, date\n");
        try {
            var check =
                    Command.attempt(Command.CHECKOUT.resolve("postern").toString(), "test-platform", "relay", "list");

            assertThat(check.exitCode()).isEqualTo(1);
            assertThat(check.errors())
                    .contains("relay \"broken\": host is not the name of a server")
                    .contains("port is not a number")
                    .contains("tls is neither")
                    .contains("there is no setting \"usr\"")
                    .contains("fallback does not name another relay")
                    .contains("replaces may name message-id and date, and nothing else");
        } finally {
            relays.remove("broken");
        }
    }

    /** Here the test stands for the world beyond the relay, which brings the message to the front door; its DNS knows no keys. */
    @Test
    void a_check_sends_a_message_round_and_looks_at_what_comes_back() throws Exception {
        assertThat(checked())
                .contains("Its Message-ID is the one it was sent with", "Its Date is the one it was sent with", "DKIM");
    }

    @Test
    void a_check_tells_what_the_relay_replaced_and_whether_its_settings_say_so() throws Exception {
        relays.main().behave(REPLACING);
        assertThat(checked())
                .contains(
                        "✗ The relay replaced the Message-ID",
                        "✗ The relay replaced the Date",
                        "no DKIM signature of yours holds");

        relays.set("main", relays.main().settings("fallback = second\nreplaces = date, message-id"));
        assertThat(checked())
                .contains(
                        "The relay replaced the Message-ID, as ",
                        "The relay replaced the Date, as ",
                        "it is not signed")
                .doesNotContain("✗ The relay");
    }

    private String checked() throws Exception {
        var earlier = checksBut(List.of());
        try (var operator = Executors.newSingleThreadExecutor()) {
            var check = operator.submit(() -> Command.attempt(
                    Map.of("POSTERN_WAIT", "60"),
                    Command.CHECKOUT.resolve("postern").toString(),
                    "test-platform",
                    "relay",
                    "check",
                    Platform.DOMAIN));
            var sent = await().atMost(Duration.ofMinutes(1))
                    .until(() -> checksBut(earlier), found -> !found.isEmpty())
                    .getFirst();
            var checked = sent.replaceAll("(?s).*X-Original-To: (\\S+).*", "$1");
            platform.worker()
                    .send(
                            checked,
                            checked,
                            sent.substring(sent.indexOf("Received:"))
                                    .replace("\n", "\r\n")
                                    .getBytes(UTF_8));

            var result = check.get(90, TimeUnit.SECONDS);
            assertThat(result.output()).contains("Sent from " + checked, "It came back");
            assertThat(platform.admin().delete("mailboxes/" + checked).statusCode())
                    .isEqualTo(404);
            return result.output();
        }
    }

    @Test
    void swaks_sends_too() {
        var marker = "Message " + UniqueId.next();
        Command.run(
                "docker",
                "run",
                "--rm",
                "--network",
                "postern-test_access",
                "--entrypoint",
                "swaks",
                "postern/relay:test",
                "--server",
                "postfix:587",
                "-tls",
                "--auth",
                "PLAIN",
                "--auth-user",
                sender.address(),
                "--auth-password",
                sender.password(),
                "--from",
                sender.address(),
                "--to",
                recipient,
                "--header",
                "Subject: " + marker);

        assertThat(relays.main().messageWith(marker)).contains("Return-Path: <%s>".formatted(sender.address()));
    }

    private List<String> checksBut(List<String> earlier) {
        return relays.main().messagesWith("Subject: relay-check-").stream()
                .filter(message -> !earlier.contains(message))
                .toList();
    }

    private Mailbox senderWithKeys() {
        var domain = "d" + UniqueId.next() + ".example";
        platform.admin().createDomain(domain);
        DkimApi.of(platform).makePair(domain, "jan");
        var password = "pass-" + UniqueId.next();
        platform.admin().createMailbox("ann@" + domain, password, 1L << 30);
        return new Mailbox(platform, "ann@" + domain, password);
    }

    private List<DkimVerifier.Signature> signaturesOf(String arrived, String domain) {
        return VERIFIER.verify(
                whatWasSent(arrived).replace("\n", "\r\n").getBytes(UTF_8),
                DkimApi.of(platform).records(domain));
    }

    /** Above it is what the relay itself wrote. */
    private static String whatWasSent(String arrived) {
        return arrived.substring(arrived.indexOf("\nFrom: ") + 1);
    }

    private static String domainOf(Mailbox mailbox) {
        return mailbox.address().substring(mailbox.address().indexOf('@') + 1);
    }

    private String send() throws Exception {
        return send(sender);
    }

    private String send(Mailbox from) throws Exception {
        var marker = "Message " + UniqueId.next();
        new Submission(from).send(recipient, text(from, marker));
        return marker;
    }

    private String text(Mailbox from, String marker) {
        return """
                From: <%s>
                To: <%s>
                Subject: %s

                Hello.
                """.formatted(from.address(), recipient, marker);
    }
}
