package dev.postern.admin.passkeys;

import dev.postern.admin.identity.Identity;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;

/**
 * What a browser has to sign. It is to be kept for the browser it was made for, out of its reach, and to be used once.
 */
public sealed interface PasskeyChallenge {

    /** What the page hands to {@code navigator.credentials}. */
    String json();

    /** The first moment that is too late. */
    Instant expiresAt();

    /** For a new passkey. */
    record ToAdd(Identity identity, PublicKeyCredentialCreationOptions options, String json, Instant expiresAt)
            implements PasskeyChallenge {}

    /**
     * For a sign-in.
     *
     * @param identity whose passkey it has to be; empty for anybody's
     */
    record ToSignIn(
            Optional<Identity> identity, PublicKeyCredentialRequestOptions options, String json, Instant expiresAt)
            implements PasskeyChallenge {}
}
