package dev.postern.admin.audit;

import dev.postern.admin.access.Actor;
import dev.postern.common.mail.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** An entry as the table has it. */
final class AuditRow {

    static final String COLUMNS =
            "id, at, kind, actor, address, action, subject, domain, before_state, after_state, hash";

    private AuditRow() {}

    static AuditEntry read(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                Objects.requireNonNull(row.getObject("at", LocalDateTime.class)).toInstant(ZoneOffset.UTC),
                Actor.Kind.valueOf(text(row, "kind").toUpperCase(Locale.ROOT)),
                text(row, "actor"),
                maybe(row, "address"),
                text(row, "action"),
                text(row, "subject"),
                maybe(row, "domain"),
                maybe(row, "before_state"),
                maybe(row, "after_state"),
                hash(row));
    }

    static Sha256 hash(ResultSet row) throws SQLException {
        return Sha256.fromBytes(Objects.requireNonNull(row.getBytes("hash")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    private static Optional<String> maybe(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
