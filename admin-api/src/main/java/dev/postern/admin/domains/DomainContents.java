package dev.postern.admin.domains;

import dev.postern.common.mail.DomainName;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what is in domains. */
@Repository
public class DomainContents {

    private final JdbcClient jdbc;

    DomainContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public DomainContent of(DomainName name) {
        return Objects.requireNonNull(of(List.of(name)).get(name));
    }

    /** Of each of them, also where there is nothing. */
    public Map<DomainName, DomainContent> of(Collection<DomainName> names) {
        var contents = new HashMap<DomainName, DomainContent>();
        names.forEach(name -> contents.put(name, DomainContent.EMPTY));
        if (!names.isEmpty()) {
            jdbc.sql("""
                            select d.name,
                                   (select count(*) from mailbox m where m.domain = d.name and m.deleted_at is null) as mailboxes,
                                   (select count(*) from alias l where l.domain = d.name and l.deleted_at is null) as aliases,
                                   (select sum(m.quota_bytes) from mailbox m
                                    where m.domain = d.name and m.deleted_at is null) as quota_bytes,
                                   (select group_concat(t.target order by t.position separator ',')
                                    from alias_target t join alias l on l.address = t.alias
                                    where t.alias = concat('@', d.name) and l.deleted_at is null) as catch_all
                            from domain d where d.name in (:names)""")
                    .param("names", names.stream().map(DomainName::ascii).toList())
                    .query(row -> {
                        contents.put(
                                DomainName.parse(row.getString("name")),
                                new DomainContent(
                                        row.getLong("mailboxes"),
                                        row.getLong("aliases"),
                                        row.getLong("quota_bytes"),
                                        targets(row.getString("catch_all"))));
                    });
        }
        return contents;
    }

    /** No comma can be in a target. */
    private static List<String> targets(@Nullable String joined) {
        return joined == null ? List.of() : Arrays.asList(joined.split(","));
    }
}
