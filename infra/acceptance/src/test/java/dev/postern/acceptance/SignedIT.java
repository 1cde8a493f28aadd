package dev.postern.acceptance;

import static dev.postern.acceptance.MessageBuilder.aMessage;
import static dev.postern.acceptance.MessageBuilder.latin1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people send carries two valid DKIM signatures of their domain; what only looks like theirs carries none. */
class SignedIT {

    private static final DkimVerifier VERIFIER = new DkimVerifier();

    private final Platform platform = Platform.get();
    private final DkimApi keys = DkimApi.of(platform);
    private final Mailbox reader = platform.newMailbox();

    @Test
    void signs_by_both_keys_of_the_active_pair() throws Exception {
        var sender = senderWithKeys("jan");
        var text = text(sender.address(), "Grüße.\n.\n  two  spaces \n\n\n");
        new Submission(sender).send(reader.address(), text);

        var signatures = signaturesOf(arrived(text), keys.records(domainOf(sender)));

        assertThat(signatures)
                .extracting(DkimVerifier.Signature::algorithm)
                .containsExactlyInAnyOrder("rsa-sha256", "ed25519-sha256");
        assertThat(signatures)
                .extracting(DkimVerifier.Signature::selector)
                .containsExactlyInAnyOrder("jan-rsa", "jan-ed25519");
        assertThat(signatures).allSatisfy(signature -> {
            assertThat(signature.problem()).isEmpty();
            assertThat(signature.domain()).isEqualTo(domainOf(sender));
            assertThat(signature.canonicalization()).isEqualTo("relaxed/relaxed");
        });
    }

    /** As mail programs send receipts: without a sender in the envelope, so the log-in has to do. */
    @Test
    void signs_what_has_no_sender_in_its_envelope() throws Exception {
        var sender = senderWithKeys("jan");
        var text = text(sender.address(), "Your message was read.\n");
        new Submission(sender).send("", reader.address(), text);

        assertThat(signaturesOf(arrived(text), keys.records(domainOf(sender))))
                .hasSize(2)
                .allSatisfy(signature -> assertThat(signature.problem()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Somebody else <boss@elsewhere.example>",
                "Subject: Another one",
                "To: another@elsewhere.example",
                "Reply-To: another@elsewhere.example",
                "Content-Type: text/html",
            })
    void notices_a_header_that_is_put_on_top_later(String header) throws Exception {
        var sender = senderWithKeys("jan");
        var text = text(sender.address(), "Hello.\n");
        new Submission(sender).send(reader.address(), text);

        var tampered = header + "\r\n" + latin1(arrived(text));

        assertThat(signaturesOf(tampered.getBytes(UTF_8), keys.records(domainOf(sender))))
                .hasSize(2)
                .allSatisfy(signature -> assertThat(signature.problem()).isNotEmpty());
    }

    @Test
    void notices_a_body_that_was_changed() throws Exception {
        var sender = senderWithKeys("jan");
        var text = text(sender.address(), "Pay 10 to Ann.\n");
        new Submission(sender).send(reader.address(), text);

        var tampered = latin1(arrived(text)).replace("Pay 10", "Pay 99");

        assertThat(signaturesOf(tampered.getBytes(UTF_8), keys.records(domainOf(sender))))
                .hasSize(2)
                .allSatisfy(signature -> assertThat(signature.problem()).isNotEmpty());
    }

    @Test
    void a_switched_pair_counts_at_the_next_message() throws Exception {
        var sender = senderWithKeys("jan");
        var domain = domainOf(sender);
        keys.makePair(domain, "jul");
        for (var active : List.of("jan", "jul", "jan")) {
            keys.activate(domain, active);
            var text = text(sender.address(), "Signed by %s.\n".formatted(active));
            new Submission(sender).send(reader.address(), text);

            assertThat(signaturesOf(arrived(text), keys.records(domain)))
                    .hasSize(2)
                    .allSatisfy(signature -> {
                        assertThat(signature.problem()).isEmpty();
                        assertThat(signature.selector()).startsWith(active + "-");
                    });
        }
    }

    @Test
    void a_domain_without_keys_sends_unsigned_and_the_status_names_it() throws Exception {
        var sender = senderIn(newDomain());
        var text = text(sender.address(), "Hello.\n");
        new Submission(sender).send(reader.address(), text);

        assertThat(latin1(arrived(text))).doesNotContainIgnoringCase("DKIM-Signature");
        assertThat(statusLine()).contains("DKIM keys: none for ").contains(domainOf(sender));

        keys.makePair(domainOf(sender), "jan");

        assertThat(statusLine()).doesNotContain(domainOf(sender));
    }

    @Test
    void does_not_sign_what_comes_from_outside_under_a_name_of_ours() throws Exception {
        var sender = senderWithKeys("jan");
        var message = aMessage().from("203.0.113.7", "mail.sender.example", domainOf(sender));

        assertThat(platform.worker()
                        .send("somebody@" + domainOf(sender), reader.address(), message.bytes())
                        .kind())
                .isEqualTo("accept");

        assertThat(reader.messageWith(message.marker())).endsWith(message.bytes());
        assertThat(latin1(reader.messageWith(message.marker()))).doesNotContainIgnoringCase("DKIM-Signature");
    }

    /** Whether such mail is refused at submission already is another matter; here it must not get a signature. */
    @Test
    void does_not_sign_for_a_domain_that_the_sender_has_no_address_in() throws Exception {
        var other = senderWithKeys("jan");
        var sender = senderWithKeys("jan");
        var text = text(other.address(), "Hello.\n");

        assertThat(refusedOrUnsigned(sender, sender.address(), text)).isTrue();
        assertThat(refusedOrUnsigned(sender, "", text(other.address(), "Hello.\n")))
                .isTrue();
    }

    @Test
    void does_not_sign_a_message_with_two_authors() throws Exception {
        var sender = senderWithKeys("jan");
        var text = text(sender.address() + ", boss@" + domainOf(sender), "Hello.\n");

        assertThat(refusedOrUnsigned(sender, sender.address(), text)).isTrue();
    }

    @Test
    void does_not_sign_what_sieve_forwards_under_a_name_of_ours() {
        var sender = senderWithKeys("jan");
        var message = aMessage().from("203.0.113.7", "mail.sender.example", domainOf(sender));
        Platform.compose(
                "exec",
                "-T",
                "dovecot",
                "bash",
                "-c",
                "printf '%%s' '%s' | /usr/local/bin/sendmail -i -f somebody@%s -- %s"
                        .formatted(latin1(message.senderBytes()), domainOf(sender), reader.address()));

        assertThat(latin1(reader.messageWith(message.marker()))).doesNotContainIgnoringCase("DKIM-Signature");
    }

    @Test
    void only_rspamd_reads_the_keys_and_only_dkim_tools_writes_them() {
        var mounts = Command.run("sh", "-c", """
                        docker ps -q --filter label=com.docker.compose.project=postern-test | xargs docker inspect --format \
                        '{{$name := index .Config.Labels "com.docker.compose.service"}}{{range .Mounts}}\
                        {{if eq .Destination "/var/lib/postern/dkim"}}{{$name}} writes={{.RW}}{{end}}{{end}}' | grep . | sort
                        """).lines();
        assertThat(mounts).containsExactly("dkim-tools writes=true", "rspamd writes=false");

        keys.makePair(newDomain(), "jan");
        var modes =
                Platform.compose("exec", "-T", "rspamd", "find", "/var/lib/postern/dkim", "-printf", "%m %u:%g %y\n");
        assertThat(modes.lines().distinct()).containsExactlyInAnyOrder("750 10001:10001 d", "640 10001:10001 f");

        // dovecot's vmail, postfix, and anybody else who might get hold of the volume.
        for (var user : List.of("5000:5000", "5025:5025", "334:334", "65534:65534")) {
            var attempt = Command.attempt(
                    "docker",
                    "run",
                    "--rm",
                    "--network",
                    "none",
                    "--user",
                    user,
                    "--volume",
                    "postern-test_dkim-keys:/keys:ro",
                    "debian:trixie-slim",
                    "ls",
                    "/keys");
            assertThat(attempt.exitCode()).as(user).isNotZero();
            assertThat(attempt.errors()).as(user).contains("Permission denied");
        }
    }

    @Test
    void no_private_key_is_in_a_log() throws Exception {
        var sender = senderWithKeys("jan");
        new Submission(sender).send(reader.address(), text(sender.address(), "Hello.\n"));
        var secrets = Platform.compose(
                        "exec",
                        "-T",
                        "rspamd",
                        "sh",
                        "-c",
                        "cat /var/lib/postern/dkim/domains/%s/*.key".formatted(domainOf(sender)))
                .lines()
                .filter(line -> line.length() > 30 && !line.startsWith("-----"))
                .toList();

        var logged = Platform.compose("logs", "--no-color");

        assertThat(secrets).hasSizeGreaterThan(20);
        assertThat(logged).doesNotContain("PRIVATE KEY");
        assertThat(secrets).noneMatch(logged::contains);
    }

    private boolean refusedOrUnsigned(Mailbox sender, String envelopeSender, String text) throws Exception {
        try {
            new Submission(sender).send(envelopeSender, reader.address(), text);
        } catch (jakarta.mail.SendFailedException refused) {
            return true;
        }
        return !latin1(arrived(text)).contains("DKIM-Signature");
    }

    private byte[] arrived(String text) {
        return reader.messageWith(text.lines()
                .filter(line -> line.startsWith("Subject: "))
                .findFirst()
                .orElseThrow());
    }

    private static List<DkimVerifier.Signature> signaturesOf(byte[] message, Map<String, String> records) {
        return VERIFIER.verify(message, records);
    }

    private static String statusLine() {
        return Command.attempt(Command.CHECKOUT.resolve("postern").toString(), "test-platform", "status")
                .output()
                .lines()
                .filter(line -> line.contains("DKIM keys:"))
                .findFirst()
                .orElseThrow();
    }

    private static String text(String author, String body) {
        return """
                From: %s
                To: Somebody <somebody@elsewhere.example>
                Subject: Message %s
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s""".formatted(author, UniqueId.next(), body);
    }

    private Mailbox senderWithKeys(String pair) {
        var domain = newDomain();
        keys.makePair(domain, pair);
        return senderIn(domain);
    }

    private String newDomain() {
        var domain = "d" + UniqueId.next() + ".example";
        platform.admin().createDomain(domain);
        return domain;
    }

    private Mailbox senderIn(String domain) {
        var password = "pass-" + UniqueId.next();
        platform.admin().createMailbox("ann@" + domain, password, 1L << 30);
        return new Mailbox(platform, "ann@" + domain, password);
    }

    private static String domainOf(Mailbox mailbox) {
        return mailbox.address().substring(mailbox.address().indexOf('@') + 1);
    }
}
