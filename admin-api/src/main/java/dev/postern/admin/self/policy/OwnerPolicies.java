package dev.postern.admin.self.policy;

import dev.postern.common.mail.DomainName;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The columns of the table {@code domain} that say what owners may do. */
@Repository
public class OwnerPolicies {

    private final JdbcClient jdbc;

    OwnerPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty if there is no such domain. */
    public Optional<OwnerPolicy> of(DomainName domain) {
        return jdbc.sql("select owner_aliases, owner_forwarding, owner_vacation from domain where name = :name")
                .param("name", domain.ascii())
                .query((row, _) -> new OwnerPolicy(
                        row.getInt("owner_aliases"),
                        OwnerPolicy.Forwarding.parse(Objects.requireNonNull(row.getString("owner_forwarding"))),
                        row.getBoolean("owner_vacation")))
                .optional();
    }

    void set(DomainName domain, OwnerPolicy policy) {
        jdbc.sql("""
                        update domain
                        set owner_aliases = :aliases, owner_forwarding = :forwarding, owner_vacation = :vacation
                        where name = :name""")
                .param("aliases", policy.ownAliases())
                .param("forwarding", policy.forwarding().text())
                .param("vacation", policy.vacation())
                .param("name", domain.ascii())
                .update();
    }
}
