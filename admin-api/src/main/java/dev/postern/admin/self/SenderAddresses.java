package dev.postern.admin.self;

import dev.postern.admin.addresses.HostedAddress;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The view by which mail-ingest and Postfix judge who may send as whom, so that nobody is told anything else. */
@Repository
class SenderAddresses {

    private static final String WHOLE_DOMAIN = "@";

    private final JdbcClient jdbc;

    SenderAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The mailbox itself first. */
    Known of(HostedAddress mailbox) {
        var all = jdbc.sql("""
                        select address from sending_view.identity where login = :login
                        order by address <> login, address""")
                .param("login", mailbox.toString())
                .query((row, _) -> Objects.requireNonNull(row.getString("address")))
                .list();
        Predicate<String> wholeDomain = address -> address.startsWith(WHOLE_DOMAIN);
        return new Known(
                all.stream().filter(wholeDomain.negate()).toList(),
                domains(all.stream().filter(wholeDomain).toList()),
                hyphenDomains(all));
    }

    private List<String> hyphenDomains(List<String> addresses) {
        if (addresses.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select name from sending_view.domain
                        where name in (:domains) and detail_sign = '-' order by name""")
                .param(
                        "domains",
                        addresses.stream().map(SenderAddresses::domain).collect(Collectors.toSet()))
                .query((row, _) -> Objects.requireNonNull(row.getString("name")))
                .list();
    }

    private static List<String> domains(List<String> addresses) {
        return addresses.stream().map(SenderAddresses::domain).toList();
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /**
     * Under what somebody may send.
     *
     * @param addresses the mailbox itself, and the aliases that lead to it
     * @param domains those of which he may use every address
     * @param hyphenDomains those in which a hyphen begins the detail of an address; in the others a plus sign does
     */
    record Known(List<String> addresses, List<String> domains, List<String> hyphenDomains) {}
}
