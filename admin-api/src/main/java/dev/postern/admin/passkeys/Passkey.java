package dev.postern.admin.passkeys;

import java.time.Instant;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.CredentialRecord;

/**
 * A passkey, as its owner sees it.
 *
 * @param id in Base64url
 * @param label what he calls it
 * @param synced whether it is on all his devices, and therefore not lost with one of them
 */
public record Passkey(String id, String label, Instant createdAt, Instant lastUsedAt, boolean synced) {

    private static final int LONGEST_LABEL = 60;

    static Passkey of(CredentialRecord credential) {
        return new Passkey(
                credential.getCredentialId().toBase64UrlString(),
                credential.getLabel(),
                credential.getCreated(),
                credential.getLastUsed(),
                credential.isBackupState());
    }

    /** A name as it is kept: empty if there is nothing readable in it, or too much. */
    public static Optional<String> label(String typed) {
        var label = typed.strip();
        return label.isEmpty()
                        || label.codePointCount(0, label.length()) > LONGEST_LABEL
                        || label.codePoints().anyMatch(Character::isISOControl)
                ? Optional.empty()
                : Optional.of(label);
    }
}
