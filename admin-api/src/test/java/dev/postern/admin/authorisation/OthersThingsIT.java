package dev.postern.admin.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Problem;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever may do something to his own things does it to no others by naming those beside his. */
@AdminApiTest
@SuppressWarnings("NullAway.Init") // made before each test
class OthersThingsIT {

    @Autowired
    AdminApi api;

    private Premises own;
    private Premises other;
    private String token;

    @BeforeEach
    void makeAdministrator() {
        own = new Premises(api);
        other = new Premises(api);
        token = Api.bearer(api.post(
                        "/api/v1/tokens",
                        "{'name': '%s', 'role': 'domain_administrator', 'domains': ['%s'], 'scopes': ['accounts:write', 'platform:write', 'audit:read']}"
                                .formatted(AdminApi.unique("t"), own.domain()))
                .text("token"));
    }

    @Test
    void anAppPasswordBelongsToItsMailbox() {
        var path = other.fill("/app-passwords/{app-password}");

        Problem.in(api.call("DELETE", own.fill("/api/v1/mailboxes/{mailbox}") + path, null, token))
                .status(404);
        assertThat(api.get(other.fill("/api/v1/mailboxes/{mailbox}/app-passwords"))
                        .body()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void anAccountIsMadeInNoOtherDomain() {
        Problem.in(api.call("POST", "/api/v1/mailboxes", other.fill("{'address': '{new}@{domain}'}"), token))
                .status(404);
        Problem.in(api.call(
                        "POST",
                        "/api/v1/aliases",
                        other.fill("{'address': '@{domain}', 'targets': ['x@elsewhere.example']}"),
                        token))
                .status(404);
    }

    @Test
    void aFilterForAnotherDomainFindsNothing() {
        other.fill("{mailbox}{alias}");
        for (var path :
                new String[] {"mailboxes?domain={domain}", "aliases?domain={domain}", "audit?subject={domain}"}) {
            var answer = api.call("GET", other.fill("/api/v1/" + path), null, token);
            assertThat(answer.body().path("total").asInt(0))
                    .as(answer.toString())
                    .isZero();
            assertThat(answer.content()).doesNotContain("alice@" + other.domain());
        }
    }

    @Test
    void theDomainInAnotherSpellingIsTheSame() {
        var shouted = other.domain().toUpperCase(Locale.ROOT);

        Problem.in(api.call("GET", "/api/v1/domains/" + shouted, null, token)).status(404);
        Problem.in(api.call("PATCH", "/api/v1/domains/" + shouted, "{'enabled': false}", token))
                .status(404);
    }

    @Test
    void whatIsNotHisLooksLikeWhatIsNotThere() {
        var foreign = api.call("GET", "/api/v1/domains/" + other.domain(), null, token);
        var missing = api.call("GET", "/api/v1/domains/nowhere.example", null, token);

        assertThat(foreign.content().replace(other.domain(), "nowhere.example")).isEqualTo(missing.content());
    }
}
