package dev.postern.admin.signout;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code sign_out}, which Postfix and webmail ask too. */
@Repository
class SignOutTable {

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;

    SignOutTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Whose whose) {
        jdbc.sql("""
                        insert into sign_out (whose, at, due_at, rounds)
                        values (:whose, utc_timestamp(6), utc_timestamp(6), 2)
                        on duplicate key update at = values(at), due_at = values(due_at), rounds = values(rounds)""").param("whose", whose.toString()).update();
    }

    /** Those that Dovecot has to be told now, the longest due first. */
    List<SignOut> due() {
        return jdbc.sql("""
                        select whose, at from sign_out
                        where due_at <= utc_timestamp(6) order by due_at limit :size""")
                .param("size", AT_ONCE)
                .query((row, _) -> new SignOut(
                        Whose.parse(Objects.requireNonNull(row.getString("whose"))),
                        Objects.requireNonNull(row.getObject("at", LocalDateTime.class))))
                .list();
    }

    /** Dovecot was told. It is told once more some seconds later, unless that was it. */
    void told(SignOut signOut) {
        jdbc.sql("""
                        update sign_out
                        set rounds = rounds - 1,
                            due_at = if(rounds = 0, null, utc_timestamp(6) + interval 5 second)
                        where whose = :whose and at = :at and rounds > 0""")
                .param("whose", signOut.whose().toString())
                .param("at", signOut.at())
                .update();
    }

    /** Nobody keeps a connection for so long to an account that is gone. */
    void forgetThoseOfGoneAccounts() {
        jdbc.sql("""
                        delete from sign_out
                        where due_at is null
                          and at < utc_timestamp(6) - interval 30 day
                          and not exists (select 1 from mailbox where mailbox.address = whose)
                          and not exists (select 1 from domain where concat('@', domain.name) = whose)""").update();
    }
}
