package dev.postern.admin.statistics;

import dev.postern.admin.access.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code storage_count}. */
@Repository
public class StorageCounts {

    private final JdbcClient jdbc;

    StorageCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes how much there is today. */
    void note() {
        jdbc.sql("""
                        insert into storage_count (day, domain, mailboxes, bytes)
                        select utc_date(), d.name,
                               (select count(*) from mailbox m where m.domain = d.name and m.deleted_at is null),
                               coalesce((select sum(u.bytes) from mailbox_usage u where u.domain = d.name), 0)
                        from domain d
                        on duplicate key update mailboxes = values(mailboxes), bytes = values(bytes)""").update();
    }

    /** Of the last so many days that were noted, the first one first. */
    public List<StorageDay> byDay(Scope scope, int days) {
        return jdbc.sql("""
                        select day, sum(mailboxes) as mailboxes, sum(bytes) as bytes from storage_count
                        where day > utc_date() - interval :days day and (:everything or domain in (:domains))
                        group by day order by day""")
                .param("days", days)
                .param("everything", scope.isEverything())
                .param("domains", scope.names())
                .query((row, _) -> new StorageDay(
                        Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                        row.getLong("mailboxes"),
                        row.getLong("bytes")))
                .list();
    }

    void forgetOldOnes() {
        jdbc.sql("delete from storage_count where day < utc_date() - interval 400 day")
                .update();
    }
}
