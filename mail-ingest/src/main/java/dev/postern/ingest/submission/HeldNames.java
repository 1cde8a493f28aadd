package dev.postern.ingest.submission;

import dev.postern.common.mail.MailAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an address may be held under: itself, and without its detail. A plus sign begins one everywhere in here; a hyphen does
 * where admin-api's view says so, behind the longest name that is there, as in Postfix's {@code sql/detail.cf}.
 */
@Component
class HeldNames {

    private final JdbcClient jdbc;

    HeldNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they count. */
    List<String> of(MailAddress address) {
        var local = address.localPart().toString().toLowerCase(Locale.ROOT);
        var domain = address.domain().ascii();
        var names = new LinkedHashSet<>(List.of(local + "@" + domain));
        int plus = local.indexOf('+');
        if (plus > 0) {
            names.add(local.substring(0, plus) + "@" + domain);
        }
        beforeHyphen(local, domain).ifPresent(names::add);
        return List.copyOf(names);
    }

    private Optional<String> beforeHyphen(String local, String domain) {
        if (local.indexOf('-') <= 0) {
            return Optional.empty();
        }
        return jdbc
                .sql("""
                        SELECT h.address
                        FROM sending_view.domain d JOIN sending_view.held h ON h.address IN (:candidates)
                        WHERE d.name = :domain AND d.detail_sign = '-'""")
                .param("candidates", candidates(local, domain))
                .param("domain", domain)
                .query((row, _) -> Objects.requireNonNull(row.getString("address")))
                .list()
                .stream()
                .max(Comparator.comparingInt(String::length));
    }

    private static List<String> candidates(String local, String domain) {
        var candidates = new ArrayList<>(List.of(local + "@" + domain));
        for (int hyphen = local.indexOf('-'); hyphen >= 0; hyphen = local.indexOf('-', hyphen + 1)) {
            if (hyphen > 0) {
                candidates.add(local.substring(0, hyphen) + "@" + domain);
            }
        }
        return candidates;
    }
}
