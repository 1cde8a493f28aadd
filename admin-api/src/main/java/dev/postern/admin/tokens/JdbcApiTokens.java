package dev.postern.admin.tokens;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.postern.admin.access.Grant;
import dev.postern.admin.access.Rights;
import dev.postern.admin.access.Role;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.admin.networks.Network;
import dev.postern.common.mail.DomainName;
import dev.postern.common.mail.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApiTokens implements ApiTokens {

    private static final String SELECT = """
            select name, operator, role, scopes, created_at, created_by, expires_at, last_used_at, last_used_from,
                   (select group_concat(domain) from api_token_domain d where d.token = t.name) as domains,
                   (select group_concat(network) from api_token_network n where n.token = t.name) as networks
            from api_token t
            """;

    private final JdbcClient jdbc;

    JdbcApiTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ApiToken> find(String name) {
        return jdbc.sql(SELECT + "where name = :name")
                .param("name", name)
                .query(JdbcApiTokens::token)
                .optional();
    }

    @Override
    public Optional<ApiToken> find(Sha256 digest) {
        return jdbc.sql(SELECT + "where sha256 = :digest")
                .param("digest", digest.bytes())
                .query(JdbcApiTokens::token)
                .optional();
    }

    @Override
    public Page<ApiToken> list(Optional<String> operator, PageRequest request) {
        var items = jdbc.sql(SELECT + """
                        where (:operator is null or operator = :operator)
                        order by name limit :size offset :offset""")
                .param("operator", operator.orElse(null))
                .param("size", request.size())
                .param("offset", request.offset())
                .query(JdbcApiTokens::token)
                .list();
        var total = jdbc.sql("select count(*) from api_token where (:operator is null or operator = :operator)")
                .param("operator", operator.orElse(null))
                .query(Long.class)
                .single();
        return Page.of(request, items, total);
    }

    @Override
    public boolean add(ApiToken token, Sha256 digest) {
        try {
            jdbc.sql("""
                            insert into api_token
                              (name, sha256, operator, role, scopes, created_at, created_by, expires_at)
                            values
                              (:name, :digest, :operator, :role, :scopes, :createdAt, :createdBy, :expiresAt)""")
                    .param("name", token.name())
                    .param("digest", digest.bytes())
                    .param("operator", token.operator().orElse(null))
                    .param("role", token.rights().role().text())
                    .param("scopes", text(token.rights().grants()))
                    .param("createdAt", utc(token.createdAt()))
                    .param("createdBy", token.createdBy())
                    .param(
                            "expiresAt",
                            token.expiresAt().map(JdbcApiTokens::utc).orElse(null))
                    .update();
        } catch (DuplicateKeyException taken) {
            return false;
        }
        token.rights()
                .domains()
                .forEach(domain -> jdbc.sql("insert into api_token_domain (token, domain) values (:token, :domain)")
                        .param("token", token.name())
                        .param("domain", domain.ascii())
                        .update());
        token.networks()
                .forEach(network -> jdbc.sql("insert into api_token_network (token, network) values (:token, :network)")
                        .param("token", token.name())
                        .param("network", network.toString())
                        .update());
        return true;
    }

    @Override
    public void saveFirst(String name, Sha256 digest) {
        jdbc.sql("""
                        insert into api_token (name, sha256, role, scopes, created_by)
                        values (:name, :digest, 'owner', :scopes, 'postern')
                        on duplicate key update sha256 = values(sha256)""")
                .param("name", name)
                .param("digest", digest.bytes())
                .param("scopes", text(Grant.all()))
                .update();
    }

    @Override
    public boolean remove(String name) {
        return jdbc.sql("delete from api_token where name = :name")
                        .param("name", name)
                        .update()
                > 0;
    }

    @Override
    public void remember(String name, ApiToken.Use use, Instant since) {
        jdbc.sql("""
                        update api_token set last_used_at = :at, last_used_from = :address
                        where name = :name and (last_used_at is null or last_used_at < :since)""")
                .param("name", name)
                .param("at", utc(use.at()))
                .param("address", use.address())
                .param("since", utc(since))
                .update();
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                Objects.requireNonNull(row.getString("name")),
                Optional.ofNullable(row.getString("operator")),
                new Rights(
                        Role.parse(Objects.requireNonNull(row.getString("role"))),
                        set(row.getString("domains"), DomainName::parse),
                        set(row.getString("scopes"), Grant::parse)),
                set(row.getString("networks"), Network::parse),
                instant(row, "created_at").orElseThrow(),
                Objects.requireNonNull(row.getString("created_by")),
                instant(row, "expires_at"),
                use(row));
    }

    private static Optional<ApiToken.Use> use(ResultSet row) throws SQLException {
        var address = row.getString("last_used_from");
        return instant(row, "last_used_at").map(at -> new ApiToken.Use(at, String.valueOf(address)));
    }

    private static String text(Set<Grant> grants) {
        return grants.stream().map(Grant::text).sorted().collect(joining(","));
    }

    private static <T> Set<T> set(@Nullable String list, Function<String, T> parser) {
        return list == null || list.isEmpty()
                ? Set.of()
                : Stream.of(list.split(",")).map(parser).collect(toSet());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(local -> local.toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
