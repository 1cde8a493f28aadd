package dev.postern.admin.passkeys;

import dev.postern.admin.identity.Identity;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two ceremonies of Web Authentication. The authenticator has to know its user by finger, face or PIN: then a passkey
 * is two factors in one.
 */
@Component
class Ceremony {

    private static final String PLATFORM = "Postern";
    private static final Duration TIME = Duration.ofMinutes(5);

    private final Webauthn4JRelyingPartyOperations operations;
    private final PasskeyUsers users;
    private final InstantSource clock;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Ceremony(PasskeyUsers users, PasskeyTable passkeys, RelyingPartySettings settings, InstantSource clock) {
        this.users = users;
        this.clock = clock;
        this.operations = new Webauthn4JRelyingPartyOperations(
                users,
                passkeys,
                PublicKeyCredentialRpEntity.builder()
                        .id(settings.host())
                        .name(PLATFORM)
                        .build(),
                Set.of(settings.origin()));
        operations.setCustomizeCreationOptions(options -> options.timeout(TIME)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.timeout(TIME).userVerification(UserVerificationRequirement.REQUIRED));
    }

    PasskeyChallenge.ToAdd toAdd(Identity identity) {
        var options = operations.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(authenticated(identity)));
        return new PasskeyChallenge.ToAdd(
                identity,
                options,
                json.writeValueAsString(options),
                clock.instant().plus(TIME));
    }

    PasskeyChallenge.ToSignIn toSignIn(Optional<Identity> identity) {
        var options = operations.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(
                identity.map(Ceremony::authenticated).orElse(null)));
        return new PasskeyChallenge.ToSignIn(
                identity,
                options,
                json.writeValueAsString(options),
                clock.instant().plus(TIME));
    }

    /** Empty if the answer is not one to the challenge. */
    Optional<CredentialRecord> added(PasskeyChallenge.ToAdd challenge, String answer, String label) {
        return judged(challenge, () -> {
            var credential = json.readValue(
                    answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            return operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    challenge.options(), new RelyingPartyPublicKey(credential, label)));
        });
    }

    /** Empty if the answer is not one to the challenge. */
    Optional<Identity> signedIn(PasskeyChallenge.ToSignIn challenge, String answer) {
        return judged(challenge, () -> {
                    var credential = json.readValue(
                            answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
                    return operations.authenticate(
                            new RelyingPartyAuthenticationRequest(challenge.options(), credential));
                })
                .flatMap(entity -> users.identityOf(entity.getId()))
                .filter(identity -> challenge.identity().map(identity::equals).orElse(true));
    }

    private <T> Optional<T> judged(PasskeyChallenge challenge, Supplier<T> ceremony) {
        if (!clock.instant().isBefore(challenge.expiresAt())) {
            return Optional.empty();
        }
        try {
            return Optional.of(ceremony.get());
        } catch (DataAccessException outage) {
            throw outage;
        } catch (RuntimeException notAnAnswer) {
            // What a stranger wrote fails in many ways, in three libraries. None of them is more than a wrong answer.
            return Optional.empty();
        }
    }

    private static UsernamePasswordAuthenticationToken authenticated(Identity identity) {
        return UsernamePasswordAuthenticationToken.authenticated(
                identity.toString(), null, AuthorityUtils.NO_AUTHORITIES);
    }
}
