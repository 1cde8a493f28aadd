package dev.postern.admin.passkeys;

import dev.postern.admin.identity.Belongings;
import dev.postern.admin.identity.Identity;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Repository;

/** The table {@code passkey_user}. The library's user name is the text of an {@link Identity}; people see the name in it. */
@Repository
class PasskeyUsers implements PublicKeyCredentialUserEntityRepository, Belongings {

    private final JdbcClient jdbc;

    PasskeyUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Identity> identityOf(Bytes handle) {
        return jdbc.sql("select kind, name from passkey_user where handle = :handle")
                .param("handle", handle.getBytes())
                .query((row, _) -> new Identity(
                        Identity.Kind.parse(Objects.requireNonNull(row.getString("kind"))),
                        Objects.requireNonNull(row.getString("name"))))
                .optional();
    }

    Optional<Bytes> handleOf(Identity identity) {
        return jdbc.sql("select handle from passkey_user where kind = :kind and name = :name")
                .param("kind", identity.kind().text())
                .param("name", identity.name())
                .query((row, _) -> new Bytes(Objects.requireNonNull(row.getBytes("handle"))))
                .optional();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return identityOf(handle).map(identity -> entity(handle, identity)).orElse(null);
    }

    /** Makes one if there is none. */
    @Override
    public PublicKeyCredentialUserEntity findByUsername(String text) {
        var identity = Identity.parse(text);
        return entity(handleOf(identity).orElseGet(() -> add(identity)), identity);
    }

    private Bytes add(Identity identity) {
        jdbc.sql("insert ignore into passkey_user (handle, kind, name) values (:handle, :kind, :name)")
                .param("handle", Bytes.random().getBytes())
                .param("kind", identity.kind().text())
                .param("name", identity.name())
                .update();
        return handleOf(identity).orElseThrow();
    }

    private static PublicKeyCredentialUserEntity entity(Bytes handle, Identity identity) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle)
                .name(identity.name())
                .displayName(identity.name())
                .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("they are made by findByUsername");
    }

    @Override
    public void delete(Bytes handle) {
        jdbc.sql("delete from passkey_user where handle = :handle")
                .param("handle", handle.getBytes())
                .update();
    }

    @Override
    public void removeAllOf(Identity identity) {
        handleOf(identity).ifPresent(this::delete);
    }
}
