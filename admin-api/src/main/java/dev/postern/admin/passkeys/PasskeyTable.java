package dev.postern.admin.passkeys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** The table {@code passkey}. */
@Repository
class PasskeyTable implements UserCredentialRepository {

    private static final String SELECT = "select * from passkey where ";
    private static final Pattern TRANSPORT = Pattern.compile("[a-z-]{1,16}");
    private static final int MOST_TRANSPORTS = 5;

    private final JdbcClient jdbc;

    PasskeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return find(id).orElse(null);
    }

    Optional<CredentialRecord> find(Bytes id) {
        return jdbc.sql(SELECT + "id = :id")
                .param("id", id.getBytes())
                .query((row, _) -> credential(row))
                .optional();
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql(SELECT + "handle = :handle order by created_at, id")
                .param("handle", handle.getBytes())
                .query((row, _) -> credential(row))
                .list();
    }

    /**
     * Adds one, or notes its use. Authenticators count the signatures they make, or always say 0: one whose count does not
     * grow was copied.
     */
    @Override
    public void save(CredentialRecord credential) {
        if (find(credential.getCredentialId()).isEmpty()) {
            add(credential);
        } else if (!noteUse(credential)) {
            throw new IllegalArgumentException("the signature count did not grow: the passkey may have been copied");
        }
    }

    private void add(CredentialRecord credential) {
        state(credential, jdbc.sql("""
                        insert into passkey
                          (id, handle, label, public_key, attestation, signature_count, user_verified, backup_eligible,
                           backed_up, transports, created_at, last_used_at)
                        values
                          (:id, :handle, :label, :publicKey, :attestation, :count, :verified, :backupEligible,
                           :backedUp, :transports, :createdAt, :usedAt)"""))
                .param("handle", credential.getUserEntityUserId().getBytes())
                .param("label", credential.getLabel())
                .param("publicKey", credential.getPublicKey().getBytes())
                .param(
                        "attestation",
                        Objects.requireNonNull(credential.getAttestationObject())
                                .getBytes())
                .param("backupEligible", credential.isBackupEligible())
                .param("transports", transports(credential))
                .param("createdAt", utc(credential.getCreated()))
                .update();
    }

    private boolean noteUse(CredentialRecord credential) {
        return state(credential, jdbc.sql("""
                        update passkey
                        set signature_count = :count, user_verified = :verified, backed_up = :backedUp, last_used_at = :usedAt
                        where id = :id and (signature_count < :count or (signature_count = 0 and :count = 0))""")).update() > 0;
    }

    private static StatementSpec state(CredentialRecord credential, StatementSpec statement) {
        return statement
                .param("id", credential.getCredentialId().getBytes())
                .param("count", credential.getSignatureCount())
                .param("verified", credential.isUvInitialized())
                .param("backedUp", credential.isBackupState())
                .param("usedAt", utc(credential.getLastUsed()));
    }

    boolean rename(Bytes handle, Bytes id, String label) {
        return jdbc.sql("update passkey set label = :label where id = :id and handle = :handle")
                        .param("label", label)
                        .param("id", id.getBytes())
                        .param("handle", handle.getBytes())
                        .update()
                > 0;
    }

    boolean remove(Bytes handle, Bytes id) {
        return jdbc.sql("delete from passkey where id = :id and handle = :handle")
                        .param("id", id.getBytes())
                        .param("handle", handle.getBytes())
                        .update()
                > 0;
    }

    @Override
    public void delete(Bytes id) {
        jdbc.sql("delete from passkey where id = :id")
                .param("id", id.getBytes())
                .update();
    }

    private static CredentialRecord credential(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialId(bytes(row, "id"))
                .userEntityUserId(bytes(row, "handle"))
                .label(Objects.requireNonNull(row.getString("label")))
                .publicKey(new ImmutablePublicKeyCose(bytes(row, "public_key").getBytes()))
                .attestationObject(bytes(row, "attestation"))
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("user_verified"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .transports(transports(Objects.requireNonNull(row.getString("transports"))))
                .created(instant(row, "created_at"))
                .lastUsed(instant(row, "last_used_at"))
                .build();
    }

    private static Bytes bytes(ResultSet row, String column) throws SQLException {
        return new Bytes(Objects.requireNonNull(row.getBytes(column)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class))
                .toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** What a browser says of how it reaches the authenticator. It is for the browser alone, so what is odd is left out. */
    private static String transports(CredentialRecord credential) {
        return credential.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .filter(TRANSPORT.asMatchPredicate())
                .limit(MOST_TRANSPORTS)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static Set<AuthenticatorTransport> transports(String text) {
        return Arrays.stream(text.split(","))
                .filter(name -> !name.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
