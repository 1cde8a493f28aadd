package dev.postern.admin.apppasswords;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.passwords.PasswordHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code app_password}. */
@Repository
public class AppPasswords {

    private final JdbcClient jdbc;

    AppPasswords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    public List<AppPassword> of(HostedAddress mailbox) {
        return jdbc.sql("""
                        select id, name, created_at, last_used_at, last_used_from from app_password
                        where mailbox = :mailbox order by created_at desc""")
                .param("mailbox", mailbox.toString())
                .query((row, _) -> new AppPassword(
                        Objects.requireNonNull(row.getString("id")),
                        Objects.requireNonNull(row.getString("name")),
                        instant(row, "created_at").orElseThrow(),
                        instant(row, "last_used_at"),
                        Optional.ofNullable(row.getString("last_used_from"))))
                .list();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    Optional<AppPassword> find(HostedAddress mailbox, String id) {
        return of(mailbox).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    Optional<PasswordHash> hashOf(HostedAddress mailbox, String id) {
        return jdbc.sql("select password_hash from app_password where mailbox = :mailbox and id = :id")
                .param("mailbox", mailbox.toString())
                .param("id", id)
                .query(String.class)
                .optional()
                .map(PasswordHash::new);
    }

    /** Returns whether there is such a mailbox, without a password of that beginning. */
    boolean add(HostedAddress mailbox, String id, String name, PasswordHash hash) {
        try {
            return jdbc.sql("""
                            insert into app_password (mailbox, id, name, password_hash)
                            values (:mailbox, :id, :name, :hash)""")
                            .param("mailbox", mailbox.toString())
                            .param("id", id)
                            .param("name", name)
                            .param("hash", hash.encoded())
                            .update()
                    > 0;
        } catch (DataIntegrityViolationException noMailboxOrTaken) {
            return false;
        }
    }

    /** Returns whether there was such a one. */
    boolean remove(HostedAddress mailbox, String id) {
        return jdbc.sql("delete from app_password where mailbox = :mailbox and id = :id")
                        .param("mailbox", mailbox.toString())
                        .param("id", id)
                        .update()
                > 0;
    }
}
