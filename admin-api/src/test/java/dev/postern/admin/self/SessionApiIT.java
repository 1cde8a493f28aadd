package dev.postern.admin.self;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.Staff;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Problem;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class SessionApiIT {

    @Autowired
    AdminApi api;

    private String alice = "";
    private String password = "";

    @BeforeEach
    void createMailbox() {
        alice = "alice@" + api.newDomain();
        password = api.newMailbox(alice);
    }

    @Test
    void opensAndEnds() {
        var session = Api.bearer(open(password).text("token"));
        assertThat(api.call("GET", "/api/v1/self/addresses", null, session).content())
                .contains(alice);

        assertThat(api.call("DELETE", "/api/v1/self/sessions/current", null, session)
                        .status())
                .isEqualTo(204);

        assertThat(api.call("GET", "/api/v1/self/addresses", null, session).status())
                .isEqualTo(401);
    }

    @Test
    void refusesGuessesAndThenEndsThem() {
        Problem.in(open("wrong")).status(401);
        for (var guess = 2; guess <= 5; guess++) {
            open("wrong number " + guess);
        }

        Problem.in(open(password)).status(429);
        Problem.in(api.call("POST", "/api/v1/self/sessions", "{'address': 'x'}", null))
                .status(422)
                .field("password");
    }

    @Test
    void isNotEnoughForThePasswordWhenItIsOld() {
        var session = Api.bearer(open(password).text("token"));
        Staff.change("update owner_session set proven_at = proven_at - interval 11 minute where mailbox = ?", alice);

        Problem.in(api.call("POST", "/api/v1/self/password", "{'newPassword': 'nine green umbrellas'}", session))
                .status(403)
                .saying("too long ago");
        assertThat(api.call("GET", "/api/v1/self/addresses", null, session).status())
                .isEqualTo(200);
    }

    @Test
    void staysWhenItChangesThePasswordAndNoOtherDoes() {
        var session = Api.bearer(open(password).text("token"));
        var other = Api.bearer(open(password).text("token"));

        var changed = api.call("POST", "/api/v1/self/password", "{'newPassword': 'nine green umbrellas'}", session);

        assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
        assertThat(api.call("GET", "/api/v1/self/addresses", null, session).status())
                .isEqualTo(200);
        assertThat(api.call("GET", "/api/v1/self/addresses", null, other).status())
                .isEqualTo(401);
    }

    @Test
    void doesNothingForPagesOfOtherSites() {
        var headers = Map.of("Authorization", Api.basic(alice, password), "Sec-Fetch-Site", "cross-site");

        Problem.in(api.send("POST", "/api/v1/self/password", "{'newPassword': 'nine green umbrellas'}", headers))
                .status(403);
        assertThat(api.send("GET", "/api/v1/self/addresses", null, headers).status())
                .isEqualTo(200);
    }

    @Test
    void isNoTokenOfTheApiForOperators() {
        var session = Api.bearer(open(password).text("token"));

        assertThat(api.call("GET", "/api/v1/domains", null, session).status()).isEqualTo(401);
        assertThat(api.call("GET", "/api/v1/mailboxes/" + alice, null, session).status())
                .isEqualTo(401);
    }

    private Api.Answer open(String given) {
        return api.call(
                "POST", "/api/v1/self/sessions", "{'address': '%s', 'password': '%s'}".formatted(alice, given), null);
    }
}
