package dev.postern.admin.domains;

import dev.postern.common.mail.DomainName;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which operators run the accounts of a domain: the table {@code operator_domain}, looked at from the domain. */
@Repository
public class Administrators {

    private final JdbcClient jdbc;

    Administrators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Their user names, sorted. */
    public List<String> of(DomainName domain) {
        return jdbc.sql("select operator from operator_domain where domain = :domain order by operator")
                .param("domain", domain.ascii())
                .query((row, _) -> Objects.requireNonNull(row.getString("operator")))
                .list();
    }

    /** Who could: the operators with the role for it, sorted. */
    public List<String> candidates() {
        return jdbc.sql("select username from operator where role = 'domain_administrator' order by username")
                .query((row, _) -> Objects.requireNonNull(row.getString("username")))
                .list();
    }

    /** Those among these who are no operators with the role for it. */
    List<String> unfit(Collection<String> usernames) {
        var fit = usernames.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select username from operator
                                where username in (:usernames) and role = 'domain_administrator' lock in share mode""")
                        .param("usernames", usernames)
                        .query((row, _) -> row.getString("username"))
                        .list();
        return usernames.stream().filter(name -> !fit.contains(name)).sorted().toList();
    }

    void set(DomainName domain, Collection<String> usernames) {
        jdbc.sql("delete from operator_domain where domain = :domain")
                .param("domain", domain.ascii())
                .update();
        usernames.forEach(
                username -> jdbc.sql("insert into operator_domain (operator, domain) values (:operator, :domain)")
                        .param("operator", username)
                        .param("domain", domain.ascii())
                        .update());
    }
}
