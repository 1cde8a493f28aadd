package dev.postern.admin.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postern.admin.access.Acting;
import dev.postern.admin.access.Actor;
import dev.postern.admin.access.Denied;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.aliases.Target;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class ForwardingIT {

    @Autowired
    AdminApi api;

    @Autowired
    SetForwarding setForwarding;

    private String domain = "";

    @BeforeEach
    void addMailboxes() {
        domain = api.newDomain();
        api.newMailbox("alice@" + domain);
        api.newMailbox("bob@" + domain);
    }

    @Test
    void leadsNowhereAtFirst() {
        var forwarding = api.get(path("alice")).body();

        assertThat(forwarding.path("targets")).isEmpty();
        assertThat(forwarding.path("keepsCopy").asBoolean()).isTrue();
    }

    @Test
    void isSetAndTakenBack() {
        var set = forward("alice", false, "bob@" + domain, "Carol@elsewhere.example");

        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        assertThat(api.get(path("alice")).body()).isEqualTo(set.body());
        assertThat(set.body().path("targets")).hasSize(2);
        assertThat(set.body().path("keepsCopy").asBoolean(true)).isFalse();
        assertThat(forward("alice", true).body().path("targets")).isEmpty();
    }

    @Test
    void leadsToMailboxesAndOutsideNotToAliasesNorToItself() {
        api.post("/api/v1/aliases", "{'address': 'team@%1$s', 'targets': ['bob@%1$s']}".formatted(domain));

        Problem.in(forward("alice", true, "team@" + domain))
                .status(422)
                .field("targets")
                .saying("is an alias");
        Problem.in(forward("alice", true, "alice+x@" + domain)).status(422).saying("itself");
        Problem.in(forward("alice", true, "nobody@" + domain)).status(422).saying("no mailbox nobody@");
        Problem.in(forward("alice", true, "a@b@c")).status(422).field("targets");
        Problem.in(forward(
                        "alice",
                        true,
                        IntStream.range(0, 21)
                                .mapToObj("x%d@elsewhere.example"::formatted)
                                .toArray(String[]::new)))
                .status(422)
                .saying("at most 20");
        Problem.in(api.put(path("nobody"), "{'targets': []}")).status(404);
    }

    @Test
    void refusesARingInWhichNobodyKeepsACopy() {
        api.newMailbox("carol@" + domain);
        forward("alice", false, "bob@" + domain);
        forward("bob", false, "carol@" + domain);

        Problem.in(forward("carol", false, "x@elsewhere.example", "alice@" + domain))
                .status(422)
                .field("targets")
                .saying("go round", "bob@" + domain);
        assertThat(forward("carol", true, "alice@" + domain).status()).isEqualTo(200);
    }

    @Test
    void isWrittenDown() {
        forward("alice", true, "carol@elsewhere.example");

        var entry = api.get("/api/v1/audit?action=mailbox.forwarding&subject=alice@" + domain)
                .body()
                .path("items")
                .get(0);
        assertThat(entry.path("before").path("targets")).isEmpty();
        assertThat(entry.path("after").path("targets").get(0).asString()).isEqualTo("carol@elsewhere.example");
    }

    @Test
    void isTheOwnersOwnAffair() {
        var alice = HostedAddress.parse("alice@" + domain);
        var bob = HostedAddress.parse("bob@" + domain);
        var wanted = new Forwarding(List.of(Target.parse("x@elsewhere.example")), true);
        var owner = Actor.mailbox(alice.toString(), Optional.empty());

        assertThat(Acting.as(owner, () -> setForwarding.apply(alice, wanted, Optional.empty())))
                .isInstanceOf(Outcome.Done.class);
        assertThatExceptionOfType(Denied.class)
                .isThrownBy(() -> Acting.as(owner, () -> setForwarding.apply(bob, wanted, Optional.empty())));
    }

    private Api.Answer forward(String localPart, boolean keepsCopy, String... targets) {
        var list = List.of(targets).stream().collect(Collectors.joining("', '", "'", "'"));
        return api.put(
                path(localPart),
                "{'targets': [%s], 'keepsCopy': %s}".formatted(targets.length == 0 ? "" : list, keepsCopy));
    }

    private String path(String localPart) {
        return "/api/v1/mailboxes/%s@%s/forwarding".formatted(localPart, domain);
    }
}
