package dev.postern.admin.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.access.Acting;
import dev.postern.admin.access.Actor;
import dev.postern.admin.identity.Identity;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.ServiceUnderTest;
import dev.postern.admin.testing.SoftwareAuthenticator;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class PasskeysIT {

    private final Identity ann = Identity.operator(AdminApi.unique("ann"));
    private final SoftwareAuthenticator device = new SoftwareAuthenticator(ServiceUnderTest.SITE);

    @Autowired
    AddPasskey add;

    @Autowired
    CheckPasskey check;

    @Autowired
    Passkeys passkeys;

    @Test
    void tellWhoSignsIn() {
        assertThat(register(device, "Laptop")).isPresent();

        var challenge = check.challenge();
        assertThat(check.apply(challenge, device.get(challenge.json()))).contains(ann);
        assertThat(passkeys.of(ann)).singleElement().satisfies(passkey -> {
            assertThat(passkey.label()).isEqualTo("Laptop");
            assertThat(passkey.id()).isEqualTo(device.id());
            assertThat(passkey.synced()).isFalse();
        });
    }

    @Test
    void serveMailboxOwnersAsWell() {
        var owner = Identity.mailbox(AdminApi.unique("bob") + "@example.org");
        var toAdd = add.challenge(owner);
        assertThat(Acting.as(Actor.platform(), () -> add.apply(toAdd, device.create(toAdd.json()), "Telephone")))
                .isPresent();

        var challenge = check.challenge(owner);
        assertThat(check.apply(challenge, device.get(challenge.json()))).contains(owner);
    }

    @Test
    void areWorthNothingForAnotherChallenge() {
        register(device, "Laptop");
        var first = check.challenge();
        var answer = device.get(first.json());

        assertThat(check.apply(check.challenge(), answer)).isEmpty();
        assertThat(check.apply(expired(first), answer)).isEmpty();
    }

    @Test
    void areWorthNothingOnAPageThatLooksLikeOurs() {
        register(device, "Laptop");
        var challenge = check.challenge();

        assertThat(register(new SoftwareAuthenticator("https://localhost.evil.example"), "x"))
                .isEmpty();
        assertThat(register(new SoftwareAuthenticator("https://localhost:8443"), "x"))
                .as("another port of the same host, which other programs have")
                .isEmpty();
        assertThat(check.apply(challenge, device.get(challenge.json().replace("localhost", "host"))))
                .isEmpty();
    }

    @Test
    void haveToKnowTheirUser() {
        assertThat(register(new SoftwareAuthenticator(ServiceUnderTest.SITE).withoutVerification(), "x"))
                .isEmpty();
        register(device, "Laptop");
        var challenge = check.challenge();

        assertThat(check.apply(challenge, device.withoutVerification().get(challenge.json())))
                .isEmpty();
    }

    @Test
    void areRefusedOnceACopyWasUsed() {
        register(device, "Laptop");
        var challenge = check.challenge();
        assertThat(check.apply(challenge, device.withCount(41).get(challenge.json())))
                .contains(ann);

        var next = check.challenge();
        assertThat(check.apply(next, device.withCount(11).get(next.json()))).isEmpty();
    }

    @Test
    void areAskedOfTheOneWhoSaidWhoHeIs() {
        register(device, "Laptop");
        var other = Identity.operator(AdminApi.unique("bob"));
        var challenge = check.challenge(other);

        assertThat(check.apply(challenge, device.get(challenge.json()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"id\":\"x\",\"rawId\":\"x\",\"type\":\"public-key\",\"response\":null}"
            })
    void makeNothingOfGarbage(String garbage) {
        assertThat(check.apply(check.challenge(), garbage)).isEmpty();
        assertThat(Acting.as(Actor.platform(), () -> add.apply(add.challenge(ann), garbage, "x")))
                .isEmpty();
    }

    @Test
    void cannotBeTakenByASecondPerson() {
        register(device, "Laptop");
        var toAdd = add.challenge(Identity.operator(AdminApi.unique("bob")));

        assertThat(Acting.as(Actor.platform(), () -> add.apply(toAdd, device.create(toAdd.json()), "Mine")))
                .isEmpty();
        assertThat(passkeys.of(ann)).hasSize(1);
    }

    @Test
    void areRenamedAndRemovedByTheirOwnerAlone() {
        register(device, "Laptop");
        var other = Identity.operator(AdminApi.unique("bob"));
        register(new SoftwareAuthenticator(ServiceUnderTest.SITE), "Telephone", other);

        Acting.as(Actor.platform(), () -> {
            assertThat(passkeys.rename(other, device.id(), "x")).isFalse();
            assertThat(passkeys.remove(other, device.id())).isFalse();
            assertThat(passkeys.rename(ann, device.id(), "Old laptop")).isTrue();
        });
        assertThat(passkeys.of(ann)).extracting(Passkey::label).containsExactly("Old laptop");

        Acting.as(
                Actor.platform(),
                () -> assertThat(passkeys.remove(ann, device.id())).isTrue());
        var challenge = check.challenge();
        assertThat(check.apply(challenge, device.get(challenge.json()))).isEmpty();
    }

    @Test
    void haveNamesThatCanBeRead() {
        assertThat(Passkey.label(" Laptop ")).contains("Laptop");
        assertThat(Passkey.label(" ")).isEmpty();
        assertThat(Passkey.label("a\u0007b")).isEmpty();
        assertThat(Passkey.label("x".repeat(61))).isEmpty();
    }

    private Optional<Passkey> register(SoftwareAuthenticator authenticator, String label) {
        return register(authenticator, label, ann);
    }

    private Optional<Passkey> register(SoftwareAuthenticator authenticator, String label, Identity owner) {
        var challenge = add.challenge(owner);
        return Acting.as(Actor.platform(), () -> add.apply(challenge, authenticator.create(challenge.json()), label));
    }

    private static PasskeyChallenge.ToSignIn expired(PasskeyChallenge.ToSignIn challenge) {
        return new PasskeyChallenge.ToSignIn(
                challenge.identity(), challenge.options(), challenge.json(), Instant.EPOCH);
    }
}
