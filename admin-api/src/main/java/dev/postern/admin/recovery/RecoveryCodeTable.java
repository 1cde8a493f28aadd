package dev.postern.admin.recovery;

import dev.postern.admin.identity.Belongings;
import dev.postern.admin.identity.Identity;
import dev.postern.common.mail.Sha256;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The table {@code recovery_code}. */
@Repository
class RecoveryCodeTable implements Belongings {

    private final JdbcClient jdbc;

    RecoveryCodeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Identity identity, Collection<Sha256> codes) {
        codes.forEach(code -> of(
                        identity,
                        jdbc.sql("insert into recovery_code (kind, name, sha256) values (:kind, :name, :code)"))
                .param("code", code.bytes())
                .update());
    }

    /** Returns whether it was there and unused. */
    boolean use(Identity identity, Sha256 code) {
        return of(identity, jdbc.sql("""
                                update recovery_code set used_at = utc_timestamp(6)
                                where kind = :kind and name = :name and sha256 = :code and used_at is null""")).param("code", code.bytes()).update() > 0;
    }

    int unused(Identity identity) {
        return of(identity, jdbc.sql("""
                        select count(*) from recovery_code
                        where kind = :kind and name = :name and used_at is null""")).query(Integer.class).single();
    }

    @Override
    public void removeAllOf(Identity identity) {
        of(identity, jdbc.sql("delete from recovery_code where kind = :kind and name = :name"))
                .update();
    }

    private static StatementSpec of(Identity identity, StatementSpec statement) {
        return statement.param("kind", identity.kind().text()).param("name", identity.name());
    }
}
