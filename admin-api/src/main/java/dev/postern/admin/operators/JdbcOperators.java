package dev.postern.admin.operators;

import dev.postern.admin.access.Role;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.admin.passwords.PasswordHash;
import dev.postern.common.mail.DomainName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOperators implements Operators {

    private static final String SELECT = """
            select username, role, enabled, password_hash is not null as has_password, created_at, updated_at, version,
                   (select group_concat(domain order by domain) from operator_domain d where d.operator = o.username) as domains
            from operator o
            """;

    private final JdbcClient jdbc;

    JdbcOperators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Operator> find(Username username) {
        return jdbc.sql(SELECT + "where username = :username")
                .param("username", username.text())
                .query(JdbcOperators::operator)
                .optional();
    }

    @Override
    public Page<Operator> list(PageRequest request) {
        var items = jdbc.sql(SELECT + "order by username limit :size offset :offset")
                .param("size", request.size())
                .param("offset", request.offset())
                .query(JdbcOperators::operator)
                .list();
        return Page.of(
                request,
                items,
                jdbc.sql("select count(*) from operator").query(Long.class).single());
    }

    @Override
    public boolean areThere() {
        return jdbc.sql("select exists (select 1 from operator)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<PasswordHash> passwordOf(Username username) {
        return jdbc.sql("select password_hash from operator where username = :username and password_hash is not null")
                .param("username", username.text())
                .query((row, _) -> new PasswordHash(text(row, "password_hash")))
                .optional();
    }

    @Override
    public boolean add(Username username, Role role, boolean enabled, PasswordHash password) {
        try {
            jdbc.sql("""
                            insert into operator (username, role, enabled, password_hash)
                            values (:username, :role, :enabled, :password)""")
                    .param("username", username.text())
                    .param("role", role.text())
                    .param("enabled", enabled)
                    .param("password", password.encoded())
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public Optional<Operator> hold(Username username) {
        return jdbc.sql("select 1 from operator where username = :username for update")
                .param("username", username.text())
                .query(Integer.class)
                .optional()
                .flatMap(_ -> find(username));
    }

    @Override
    public void change(Username username, Role role, boolean enabled, Collection<DomainName> domains) {
        jdbc.sql("update operator set role = :role, enabled = :enabled where username = :username")
                .param("role", role.text())
                .param("enabled", enabled)
                .param("username", username.text())
                .update();
        jdbc.sql("delete from operator_domain where operator = :username")
                .param("username", username.text())
                .update();
        domains.forEach(domain -> jdbc.sql("insert into operator_domain (operator, domain) values (:username, :domain)")
                .param("username", username.text())
                .param("domain", domain.ascii())
                .update());
    }

    @Override
    public void setPassword(Username username, Optional<PasswordHash> password) {
        jdbc.sql("update operator set password_hash = :password where username = :username")
                .param("password", password.map(PasswordHash::encoded).orElse(null))
                .param("username", username.text())
                .update();
    }

    @Override
    public void remove(Username username) {
        jdbc.sql("delete from operator where username = :username")
                .param("username", username.text())
                .update();
    }

    @Override
    public boolean isAnotherOwner(Username than) {
        // In one order, so that two who ask at the same time wait for each other in turn, and see what the first has
        // done.
        return jdbc
                .sql("select username from operator where role = 'owner' and enabled order by username for update")
                .query((row, _) -> text(row, "username"))
                .list()
                .stream()
                .anyMatch(username -> !username.equals(than.text()));
    }

    @Override
    public Collection<DomainName> unknown(Collection<DomainName> domains) {
        return domains.stream()
                .filter(domain -> jdbc.sql("select 1 from domain where name = :name lock in share mode")
                        .param("name", domain.ascii())
                        .query(Integer.class)
                        .optional()
                        .isEmpty())
                .toList();
    }

    private static Operator operator(ResultSet row, int number) throws SQLException {
        return new Operator(
                new Username(text(row, "username")),
                Role.parse(text(row, "role")),
                domains(row.getString("domains")),
                row.getBoolean("enabled"),
                row.getBoolean("has_password"),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                row.getLong("version"));
    }

    private static List<DomainName> domains(@Nullable String names) {
        return names == null
                ? List.of()
                : Arrays.stream(names.split(",")).map(DomainName::parse).toList();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class))
                .toInstant(ZoneOffset.UTC);
    }
}
