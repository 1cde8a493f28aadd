package dev.postern.admin.addresses;

import dev.postern.admin.outcome.Refusal;
import dev.postern.common.mail.DomainName;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAddresses implements Addresses {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batch;

    JdbcAddresses(JdbcClient jdbc, NamedParameterJdbcOperations batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    @Override
    public Optional<Holder> holderOf(String address) {
        return find(address).filter(holding -> holding.deletedAt().isEmpty()).map(Holding::holder);
    }

    @Override
    public Map<String, Holder> heldIn(DomainName domain) {
        var held = new HashMap<String, Holder>();
        jdbc.sql("select address, holder from address where domain = :domain")
                .param("domain", domain.ascii())
                .query(row -> {
                    held.put(row.getString("address"), holder(row.getString("holder")));
                });
        return held;
    }

    @Override
    public Optional<Refusal> refusal(String address) {
        return find(address).map(holding -> new Refusal.Taken("address", complaint(address, holding)));
    }

    private static String complaint(String address, Holding holding) {
        return holding.deletedAt()
                .map(moment ->
                        ("%s was %s until %s, and lies in the bin. Bring it back from there, or erase it there for"
                                        + " good and try again.")
                                .formatted(
                                        address,
                                        holding.holder().description(),
                                        moment.truncatedTo(ChronoUnit.SECONDS)))
                .orElseGet(() ->
                        "%s is %s already.".formatted(address, holding.holder().description()));
    }

    private Optional<Holding> find(String address) {
        return jdbc.sql("""
                        select a.holder, coalesce(m.deleted_at, l.deleted_at) as deleted_at
                        from address a
                        left join mailbox m on m.address = a.address
                        left join alias l on l.address = a.address
                        where a.address = :address""")
                .param("address", address)
                .query((row, _) -> new Holding(
                        holder(Objects.requireNonNull(row.getString("holder"))),
                        Optional.ofNullable(row.getObject("deleted_at", LocalDateTime.class))
                                .map(moment -> moment.toInstant(ZoneOffset.UTC))))
                .optional();
    }

    private record Holding(Holder holder, Optional<Instant> deletedAt) {}

    @Override
    public boolean claim(String address, DomainName domain, Holder holder) {
        try {
            jdbc.sql("insert into address (address, domain, holder) values (:address, :domain, :holder)")
                    .param("address", address)
                    .param("domain", domain.ascii())
                    .param("holder", holder.column())
                    .update();
            return true;
        } catch (DuplicateKeyException held) {
            return false;
        }
    }

    @Override
    public void claimAll(Collection<String> addresses, Holder holder) {
        batch.batchUpdate(
                "insert into address (address, domain, holder) values (:address, :domain, :holder)",
                addresses.stream()
                        .map(address -> new MapSqlParameterSource()
                                .addValue("address", address)
                                .addValue("domain", address.substring(address.lastIndexOf('@') + 1))
                                .addValue("holder", holder.column()))
                        .toArray(SqlParameterSource[]::new));
    }

    private static Holder holder(String column) {
        return Holder.valueOf(column.toUpperCase(Locale.ROOT));
    }
}
