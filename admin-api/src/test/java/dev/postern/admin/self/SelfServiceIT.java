package dev.postern.admin.self;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestSecrets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class SelfServiceIT {

    private static final String WANTED = "nine green umbrellas";

    @Autowired
    AdminApi api;

    private String address = "";
    private String password = "";

    @BeforeEach
    void createMailbox() {
        address = "alice@" + api.newDomain();
        password = api.newMailbox(address);
    }

    @Test
    void changesThePasswordForWhoKnowsThePresentOne() {
        assertThat(change(password, WANTED).status()).isEqualTo(204);

        assertThat(change(password, "seven tall lighthouses").status()).isEqualTo(401);
        assertThat(change(WANTED, "seven tall lighthouses").status()).isEqualTo(204);
    }

    @Test
    void takesTheAddressInAnyCaseAndPasswordsInAnyScript() {
        assertThat(change(password, "傘が九本、緑色の、雨の日: ü").status()).isEqualTo(204);

        address = "ALICE" + address.substring("alice".length());
        assertThat(change("傘が九本、緑色の、雨の日: ü", WANTED).status()).isEqualTo(204);
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownAddressAlike() {
        var wrong = change("wrong wrong wrong", WANTED);
        var unknown = send(Api.basic("nobody@" + address.substring(6), password), WANTED);

        Problem.in(wrong).status(401);
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Basic ");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void refusesWhoDoesNotSayWhoHeIs() {
        assertThat(send(null, WANTED).status()).isEqualTo(401);
        assertThat(send("Basic %%%", WANTED).status()).isEqualTo(401);
        assertThat(send(Api.basic("no address", "x"), WANTED).status()).isEqualTo(401);
        assertThat(send(Api.bearer(TestSecrets.TOKEN), WANTED).status()).isEqualTo(401);
    }

    @Test
    void refusesAMailboxThatIsOutOfUse() {
        api.patch("/api/v1/mailboxes/" + address, "{'enabled': false}");

        assertThat(change(password, WANTED).status()).isEqualTo(401);
    }

    @Test
    void saysWhatIsWrongWithTheNewPassword() {
        Problem.in(change(password, "short")).status(422).saying("at least 12");
        Problem.in(change(password, "alice in wonderland")).status(422).saying("contains 'alice'");
        Problem.in(change(password, password)).status(422).saying("the password you have");
        Problem.in(api.call("POST", "/api/v1/self/password", "{}", Api.basic(address, password)))
                .status(422)
                .field("newPassword")
                .saying("is missing");
    }

    @Test
    void endsGuessingForAWhileEvenWhenTheNextGuessIsRight() {
        for (var guess = 1; guess <= 5; guess++) {
            assertThat(change("wrong number " + guess, WANTED).status()).isEqualTo(401);
        }

        var paused = change(password, WANTED);

        Problem.in(paused).status(429);
        assertThat(Integer.parseInt(paused.header("Retry-After"))).isBetween(1, 900);
    }

    @Test
    void doesNotTellWhichAddressesExistByHowGuessingEnds() {
        var nobody = "nobody@" + address.substring(6);
        for (var guess = 1; guess <= 5; guess++) {
            assertThat(send(Api.basic(nobody, "wrong"), WANTED).status()).isEqualTo(401);
        }

        assertThat(send(Api.basic(nobody, "wrong"), WANTED).status()).isEqualTo(429);
    }

    private Api.Answer change(String present, String wanted) {
        return send(Api.basic(address, present), wanted);
    }

    private Api.Answer send(@Nullable String authorization, String wanted) {
        return api.call("POST", "/api/v1/self/password", "{'newPassword': '%s'}".formatted(wanted), authorization);
    }
}
