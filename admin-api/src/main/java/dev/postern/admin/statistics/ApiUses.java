package dev.postern.admin.statistics;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code api_use}. */
@Repository
public class ApiUses {

    private final JdbcClient jdbc;

    ApiUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds to those of today. */
    @Transactional
    public void add(Collection<ApiUse> uses) {
        for (var one : uses) {
            jdbc.sql("""
                            insert into api_use (day, token, calls, refused)
                            values (utc_date(), :token, :calls, :refused)
                            on duplicate key update calls = calls + values(calls), refused = refused + values(refused)""")
                    .param("token", one.token())
                    .param("calls", one.calls())
                    .param("refused", one.refused())
                    .update();
        }
    }

    /** Of the last so many days together, the busiest token first. */
    public List<ApiUse> byToken(int days, int most) {
        return jdbc.sql("""
                        select token, sum(calls) as calls, sum(refused) as refused from api_use
                        where day > utc_date() - interval :days day
                        group by token order by sum(calls) desc, token limit :most""")
                .param("days", days)
                .param("most", most)
                .query((row, _) -> new ApiUse(
                        Objects.requireNonNull(row.getString("token")), row.getLong("calls"), row.getLong("refused")))
                .list();
    }

    void forgetOldOnes() {
        jdbc.sql("delete from api_use where day < utc_date() - interval 400 day")
                .update();
    }
}
