package dev.postern.admin.storeevents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.signins.Protocol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AttemptsTest {

    private static final String ALICE = "alice@example.org";
    private static final String WEBMAIL = "172.20.0.9";
    private static final Instant AT = Instant.parse("2026-11-25T13:24:42.839182Z");

    private final EventLine lines = new EventLine(JsonMapper.shared());

    @Test
    void tellsWhoCameFromWhere() {
        assertThat(read(Lines.decided(ALICE, "imap", "100.64.0.7", "100.64.0.7", "s1", true)))
                .containsExactly(tried(Protocol.IMAP, Optional.of("100.64.0.7"), true, Optional.empty()));
        assertThat(read(Lines.decided(ALICE, "smtp", "2001:db8::7", "2001:db8::7", "", true)))
                .containsExactly(tried(Protocol.SUBMISSION, Optional.of("2001:db8::7"), true, Optional.empty()));
    }

    @Test
    void tellsWhoFailed() {
        assertThat(read(Lines.decided(ALICE, "pop3", "100.64.0.7", "100.64.0.7", "s1", false)))
                .containsExactly(tried(Protocol.POP3, Optional.of("100.64.0.7"), false, Optional.empty()));
    }

    @Test
    void tellsWhichAppPasswordItWas() {
        assertThat(read(
                        Lines.appPassword(ALICE, "k7f3m", "imap", "100.64.0.7", "100.64.0.7", "s1"),
                        Lines.decided(ALICE, "imap", "100.64.0.7", "100.64.0.7", "s2", true),
                        Lines.decided(ALICE, "imap", "100.64.0.7", "100.64.0.7", "s1", true)))
                .containsExactly(
                        tried(Protocol.IMAP, Optional.of("100.64.0.7"), true, Optional.empty()),
                        tried(Protocol.IMAP, Optional.of("100.64.0.7"), true, Optional.of("k7f3m")));
    }

    @Test
    void anAppPasswordCountsForOneSignInOnly() {
        assertThat(read(
                        Lines.appPassword(ALICE, "k7f3m", "smtp", "100.64.0.7", "100.64.0.7", ""),
                        Lines.decided(ALICE, "smtp", "100.64.0.7", "100.64.0.7", "", true),
                        Lines.decided(ALICE, "smtp", "100.64.0.7", "100.64.0.7", "", true)))
                .extracting(Tried::appPassword)
                .containsExactly(Optional.of("k7f3m"), Optional.empty());
    }

    @Test
    void takesNoOutageForAWrongPassword() {
        assertThat(read(
                        Lines.nobodyCouldSay(ALICE, "imap", "100.64.0.7", "100.64.0.7", "s1"),
                        Lines.nobodyCouldSay(ALICE, "imap", "100.64.0.7", "100.64.0.7", "s1"),
                        Lines.decided(ALICE, "imap", "100.64.0.7", "100.64.0.7", "s1", false)))
                .isEmpty();
    }

    @Test
    void knowsWebmailByTheAddressItPassesOn() {
        assertThat(read(
                        Lines.decided(ALICE, "imap", "203.0.113.9", WEBMAIL, "s1", true),
                        Lines.decided(ALICE, "sieve", WEBMAIL, WEBMAIL, "s2", true),
                        Lines.decided(ALICE, "smtp", WEBMAIL, WEBMAIL, "", true),
                        Lines.decided(ALICE, "imap", "203.0.113.9", WEBMAIL, "s3", false)))
                .containsExactly(
                        tried(Protocol.WEBMAIL, Optional.of("203.0.113.9"), true, Optional.empty()),
                        tried(Protocol.WEBMAIL, Optional.of("203.0.113.9"), false, Optional.empty()));
    }

    @Test
    void knowsWebmailFromBefore() {
        var attempts = new Attempts(Optional.of(WEBMAIL));

        assertThat(lines.parse(Lines.decided(ALICE, "sieve", WEBMAIL, WEBMAIL, "s2", false))
                        .flatMap(attempts::take))
                .contains(tried(Protocol.WEBMAIL, Optional.empty(), false, Optional.empty()));
        assertThat(attempts.webmail()).contains(WEBMAIL);
    }

    @Test
    void passesOverWhatIsNoSignIn() {
        assertThat(read(
                        Lines.decided(ALICE, "doveadm", "", "", "", true),
                        Lines.changed(ALICE),
                        "{\"event\":\"other\"}",
                        "{\"event\":\"auth_request_finished\",\"end_time\":\"yesterday\",\"fields\":{}}",
                        "{\"event\":\"auth_request_fin"))
                .isEmpty();
        assertThat(lines.parse(Lines.changed(ALICE))).contains(new StoreEvent.MailChanged(ALICE));
    }

    @Property(tries = 300)
    void noLineDoesHarm(@ForAll String line) {
        assertThat(lines.parse(line)).isEmpty();
        var hostile = JsonMapper.shared().writeValueAsString(line);
        read(
                "{\"event\":\"auth_request_finished\",\"end_time\":\"2026-11-25T13:24:42Z\",\"fields\":{\"protocol\":\"imap\","
                        + "\"translated_user\":%1$s,\"session\":%1$s,\"remote_ip\":%1$s,\"success\":%1$s}}"
                                .formatted(hostile));
        read("{\"event\":%1$s,\"fields\":%1$s}".formatted(hostile));
    }

    private List<Tried> read(String... events) {
        var attempts = new Attempts(Optional.empty());
        var tried = new ArrayList<Tried>();
        for (var line : events) {
            lines.parse(line).flatMap(attempts::take).ifPresent(tried::add);
        }
        return tried;
    }

    private static Tried tried(Protocol protocol, Optional<String> from, boolean letIn, Optional<String> appPassword) {
        return new Tried(ALICE, protocol, from, letIn, appPassword, AT);
    }
}
