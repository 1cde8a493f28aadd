package dev.postern.admin.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postern.admin.access.Acting;
import dev.postern.admin.access.Actor;
import dev.postern.admin.access.Denied;
import dev.postern.admin.access.Rights;
import dev.postern.admin.access.Role;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.mail.DomainName;
import dev.postern.common.testing.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@AdminApiTest
class SendAsIT {

    @Autowired
    AdminApi api;

    @Autowired
    SetSendAs setSendAs;

    private String domain = "";
    private String path = "";

    @BeforeEach
    void addMailbox() {
        domain = api.newDomain();
        api.newMailbox("alice@" + domain);
        path = "/api/v1/mailboxes/alice@%s/send-as".formatted(domain);
    }

    @Test
    void namesFurtherAddressesOfDomainsHere() {
        var other = api.newDomain();

        var set = api.put(path, "{'addresses': ['NoReply@%s', 'shop@%s', 'shop@%2$s']}".formatted(domain, other));

        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        assertThat(addresses(set.body())).containsExactlyInAnyOrder("noreply@" + domain, "shop@" + other);
        assertThat(api.get(path).body()).isEqualTo(set.body());
        assertThat(addresses(api.put(path, "{'addresses': []}").body())).isEmpty();
    }

    @Test
    void refusesWhatIsNotOurs() {
        Problem.in(api.put(path, "{'addresses': ['boss@elsewhere.example']}"))
                .status(422)
                .field("addresses")
                .saying("boss@elsewhere.example", "no domain of this platform");
        Problem.in(api.put(path, "{'addresses': ['no address']}")).status(422).field("addresses");
        Problem.in(api.put(path, "{}")).status(422).field("addresses");
        Problem.in(api.put(
                        path,
                        IntStream.range(0, 51)
                                .mapToObj(number -> "'a%d@%s'".formatted(number, domain))
                                .collect(Collectors.joining(",", "{'addresses': [", "]}"))))
                .status(422)
                .field("addresses")
                .saying("at most 50");
        Problem.in(api.get("/api/v1/mailboxes/nobody@%s/send-as".formatted(domain)))
                .status(404);
    }

    @Test
    void aDomainAdministratorGrantsHisOwnDomainsAndTakesNothingAwayThatHeDoesNotSee() {
        var other = api.newDomain();
        api.put(path, "{'addresses': ['shop@%s']}".formatted(other));
        var alice = HostedAddress.parse("alice@" + domain);
        var administrator = Actor.operator(
                "anna", new Rights(Role.DOMAIN_ADMINISTRATOR, Set.of(DomainName.parse(domain))), Optional.empty());

        Acting.as(
                administrator,
                () -> setSendAs.apply(alice, List.of(HostedAddress.parse("info@" + domain)), Optional.empty()));

        assertThat(addresses(api.get(path).body())).containsExactlyInAnyOrder("info@" + domain, "shop@" + other);
        assertThatExceptionOfType(Denied.class)
                .isThrownBy(() -> Acting.as(
                        administrator,
                        () -> setSendAs.apply(alice, List.of(HostedAddress.parse("boss@" + other)), Optional.empty())));
    }

    private static List<String> addresses(JsonNode body) {
        return body.path("addresses").valueStream().map(JsonNode::asString).toList();
    }
}
