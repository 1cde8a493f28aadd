package dev.postern.admin.addresses;

import dev.postern.common.mail.DomainName;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAddresses implements Addresses {

    private final JdbcClient jdbc;

    JdbcAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Holder> holderOf(String address) {
        return jdbc.sql("select holder from address where address = :address")
                .param("address", address)
                .query(String.class)
                .optional()
                .map(JdbcAddresses::holder);
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
    public boolean release(String address, Holder holder) {
        return jdbc.sql("delete from address where address = :address and holder = :holder")
                        .param("address", address)
                        .param("holder", holder.column())
                        .update()
                > 0;
    }

    private static Holder holder(String column) {
        return Holder.valueOf(column.toUpperCase(Locale.ROOT));
    }
}
