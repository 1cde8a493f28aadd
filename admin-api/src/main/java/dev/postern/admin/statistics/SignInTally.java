package dev.postern.admin.statistics;

import dev.postern.admin.access.Scope;
import dev.postern.admin.signins.Protocol;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tables {@code sign_in_count} and {@code sign_in_failure}. */
@Repository
public class SignInTally {

    /** Rows of a day. */
    private static final int MOST_SOURCES = 2000;

    private final JdbcClient jdbc;

    SignInTally(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts what the log of a second or so tells. */
    @Transactional
    public void add(List<CountedSignIn> signIns) {
        grouped(signIns, Kind::of).forEach(this::count);
        grouped(signIns.stream().filter(one -> !one.succeeded()).toList(), Source::of)
                .forEach(this::countFailures);
    }

    private static <K> Map<K, List<CountedSignIn>> grouped(
            List<CountedSignIn> signIns, Function<CountedSignIn, K> key) {
        return signIns.stream().collect(Collectors.groupingBy(key));
    }

    private void count(Kind kind, List<CountedSignIn> alike) {
        jdbc.sql("""
                        insert into sign_in_count (day, domain, protocol, succeeded, times)
                        select :day, coalesce(max(name), ''), :protocol, :succeeded, :times
                        from domain where name = :domain
                        on duplicate key update times = times + values(times)""")
                .param("day", kind.day)
                .param("domain", kind.domain)
                .param("protocol", kind.protocol.text())
                .param("succeeded", kind.succeeded)
                .param("times", alike.size())
                .update();
    }

    private void countFailures(Source source, List<CountedSignIn> alike) {
        var last = alike.stream().map(CountedSignIn::at).max(Instant::compareTo).orElseThrow();
        jdbc.sql("""
                        insert into sign_in_failure (day, address, protocol, times, last_at)
                        select :day, :address, :protocol, :times, :last from dual
                        where (select count(*) from sign_in_failure where day = :day) < :most
                           or exists (select 1 from sign_in_failure
                                      where day = :day and address = :address and protocol = :protocol)
                        on duplicate key update
                          times = times + values(times), last_at = greatest(last_at, values(last_at))""")
                .param("day", source.day)
                .param("address", source.address)
                .param("protocol", source.protocol.text())
                .param("times", alike.size())
                .param("last", LocalDateTime.ofInstant(last, ZoneOffset.UTC))
                .param("most", MOST_SOURCES)
                .update();
    }

    /** Of the last so many days that there is something of, the first one first. */
    public List<SignInDay> byDay(Scope scope, int days) {
        return jdbc.sql("""
                        select day, sum(if(succeeded, times, 0)) as successes, sum(if(succeeded, 0, times)) as failures
                        from sign_in_count
                        where day > utc_date() - interval :days day and (:everything or domain in (:domains) and domain <> '')
                        group by day order by day""")
                .param("days", days)
                .param("everything", scope.isEverything())
                .param("domains", scope.names())
                .query((row, _) -> new SignInDay(day(row), row.getLong("successes"), row.getLong("failures")))
                .list();
    }

    /** Of the last so many days together, the most frequent one first. */
    public List<ProtocolUse> byProtocol(Scope scope, int days) {
        return jdbc.sql("""
                        select protocol, sum(if(succeeded, times, 0)) as successes, sum(if(succeeded, 0, times)) as failures
                        from sign_in_count
                        where day > utc_date() - interval :days day and (:everything or domain in (:domains) and domain <> '')
                        group by protocol order by sum(times) desc""")
                .param("days", days)
                .param("everything", scope.isEverything())
                .param("domains", scope.names())
                .query((row, _) -> new ProtocolUse(protocol(row), row.getLong("successes"), row.getLong("failures")))
                .list();
    }

    /** Where most of those that failed came from in the last so many days. */
    public List<FailureSource> sources(int days, int most) {
        return jdbc.sql("""
                        select address, protocol, sum(times) as failures, max(last_at) as last_at from sign_in_failure
                        where day > utc_date() - interval :days day
                        group by address, protocol order by sum(times) desc, address limit :most""")
                .param("days", days)
                .param("most", most)
                .query((row, _) -> new FailureSource(
                        Objects.requireNonNull(row.getString("address")),
                        protocol(row),
                        row.getLong("failures"),
                        Objects.requireNonNull(row.getObject("last_at", LocalDateTime.class))
                                .toInstant(ZoneOffset.UTC)))
                .list();
    }

    /** Forgets what is older than a year, and addresses after a month. */
    void forgetOldOnes() {
        jdbc.sql("delete from sign_in_count where day < utc_date() - interval 400 day")
                .update();
        jdbc.sql("delete from sign_in_failure where day < utc_date() - interval 30 day")
                .update();
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("day", LocalDate.class));
    }

    private static Protocol protocol(ResultSet row) throws SQLException {
        return Protocol.parse(Objects.requireNonNull(row.getString("protocol")));
    }

    private record Kind(LocalDate day, String domain, Protocol protocol, boolean succeeded) {

        static Kind of(CountedSignIn one) {
            return new Kind(
                    LocalDate.ofInstant(one.at(), ZoneOffset.UTC),
                    one.domain().map(domain -> domain.ascii()).orElse(""),
                    one.protocol(),
                    one.succeeded());
        }
    }

    private record Source(LocalDate day, String address, Protocol protocol) {

        static Source of(CountedSignIn one) {
            return new Source(
                    LocalDate.ofInstant(one.at(), ZoneOffset.UTC), one.address().orElse(""), one.protocol());
        }
    }
}
