package dev.postern.admin.totp;

import dev.postern.admin.credentials.Vault;
import dev.postern.admin.identity.Belongings;
import dev.postern.admin.identity.Identity;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The table {@code totp}. */
@Repository
class TotpTable implements Belongings {

    private final JdbcClient jdbc;
    private final Vault vault;

    TotpTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** How far a secret has come. */
    enum State {
        /** Shown, and not yet answered with a code. */
        NEW("new"),
        /** Asked for at each sign-in. */
        IN_USE("in_use");

        private final String text;

        State(String text) {
            this.text = text;
        }
    }

    Optional<TotpSecret> find(Identity identity, State state) {
        return of(identity, jdbc.sql("select secret from totp where kind = :kind and name = :name and state = :state"))
                .param("state", state.text)
                .query((row, _) -> Objects.requireNonNull(row.getBytes("secret")))
                .optional()
                .map(locked -> new TotpSecret(vault.open(locked, purpose(identity))));
    }

    boolean isInUse(Identity identity) {
        return of(identity, jdbc.sql("select 1 from totp where kind = :kind and name = :name and state = 'in_use'"))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void offer(Identity identity, TotpSecret secret) {
        of(identity, jdbc.sql("replace into totp (kind, name, state, secret) values (:kind, :name, 'new', :secret)"))
                .param("secret", vault.seal(secret.bytes(), purpose(identity)))
                .update();
    }

    /** Takes the new one into use, in place of the one that is. */
    void take(Identity identity, long step) {
        remove(identity);
        of(identity, jdbc.sql("""
                        update totp set state = 'in_use', last_step = :step
                        where kind = :kind and name = :name and state = 'new'""")).param("step", step).update();
    }

    /** Returns whether no code of that time or a later one was used before. */
    boolean use(Identity identity, long step) {
        return of(identity, jdbc.sql("""
                                update totp set last_step = :step
                                where kind = :kind and name = :name and state = 'in_use' and last_step < :step""")).param("step", step).update() > 0;
    }

    /** Returns whether there was one in use. */
    boolean remove(Identity identity) {
        return of(identity, jdbc.sql("delete from totp where kind = :kind and name = :name and state = 'in_use'"))
                        .update()
                > 0;
    }

    @Override
    public void removeAllOf(Identity identity) {
        of(identity, jdbc.sql("delete from totp where kind = :kind and name = :name"))
                .update();
    }

    private static String purpose(Identity identity) {
        return "totp " + identity;
    }

    private static StatementSpec of(Identity identity, StatementSpec statement) {
        return statement.param("kind", identity.kind().text()).param("name", identity.name());
    }
}
