package dev.postern.admin.search;

import dev.postern.admin.access.Scope;
import dev.postern.admin.listing.SearchText;
import dev.postern.admin.search.Finds.Kind;
import dev.postern.common.mail.DomainName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds domains, mailboxes and aliases by parts of their names and notes. What begins with the text comes first. */
@Repository
public class Search {

    private static final String DOMAINS = """
            select name, name as domain, note as about, enabled
            from domain
            where deleted_at is null
              and (:everything or name in (:domains))
              and (name like :pattern escape '!' or lower(note) like :pattern escape '!')
            order by name not like :beginning escape '!', name limit :most
            """;

    private static final String MAILBOXES = """
            select m.address as name, m.domain, if(m.display_name = '', m.note, m.display_name) as about, m.enabled
            from (select address, sought not like :beginning escape '!' as later, sought
                  from mailbox
                  where deleted_at is null
                    and (:everything or domain in (:domains))
                    and sought like :pattern escape '!'
                  order by later, sought limit :most) part
            join mailbox m on m.address = part.address
            order by part.later, part.sought
            """;

    private static final String ALIASES = """
            select l.address as name, l.domain,
                   if(l.note = '', (select group_concat(t.target order by t.position separator ', ')
                                    from alias_target t where t.alias = l.address), l.note) as about, l.enabled
            from (select address, sought not like :beginning escape '!' as later, sought
                  from alias
                  where deleted_at is null
                    and (:everything or domain in (:domains))
                    and (sought like :pattern escape '!'
                      or address in (select t.alias from alias_target t where t.target like :pattern escape '!'))
                  order by later, sought limit :most) part
            join alias l on l.address = part.address
            order by part.later, part.sought
            """;

    private final JdbcClient jdbc;

    Search(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Searches.
     *
     * @param most of each kind
     */
    public List<Finds> apply(SearchText text, Scope scope, int most) {
        return List.of(
                find(Kind.DOMAIN, DOMAINS, text, scope, most),
                find(Kind.MAILBOX, MAILBOXES, text, scope, most),
                find(Kind.ALIAS, ALIASES, text, scope, most));
    }

    private Finds find(Kind kind, String sql, SearchText text, Scope scope, int most) {
        var found = jdbc.sql(sql)
                .param("pattern", text.pattern())
                .param("beginning", text.beginning())
                .param("everything", scope.isEverything())
                .param("domains", scope.names())
                .param("most", most + 1)
                .query(Search::found)
                .list();
        return new Finds(kind, found.subList(0, Math.min(most, found.size())), found.size() > most);
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getString("name"),
                DomainName.parse(row.getString("domain")),
                row.getString("about"),
                row.getBoolean("enabled"));
    }
}
