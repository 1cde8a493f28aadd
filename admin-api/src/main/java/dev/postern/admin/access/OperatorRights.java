package dev.postern.admin.access;

import dev.postern.common.mail.DomainName;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each operator may do. */
@Repository
public class OperatorRights {

    private final JdbcClient jdbc;

    OperatorRights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for who is no operator, or no longer. */
    public Optional<Rights> of(String username) {
        return jdbc.sql("select role from operator where username = :username and enabled")
                .param("username", username)
                .query(String.class)
                .optional()
                .map(Role::parse)
                .map(role -> role == Role.DOMAIN_ADMINISTRATOR ? ofDomains(username) : Rights.of(role));
    }

    private Rights ofDomains(String username) {
        var domains = jdbc.sql("select domain from operator_domain where operator = :username")
                .param("username", username)
                .query(String.class)
                .list();
        return new Rights(
                Role.DOMAIN_ADMINISTRATOR,
                new HashSet<>(domains.stream()
                        .map(name -> DomainName.parse(Objects.requireNonNull(name)))
                        .toList()));
    }
}
