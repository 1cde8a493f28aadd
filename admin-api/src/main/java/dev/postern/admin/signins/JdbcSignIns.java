package dev.postern.admin.signins;

import dev.postern.admin.addresses.HostedAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tables {@code sign_in} and {@code last_mailbox_sign_in}, and the last use of app passwords. */
@Repository
class JdbcSignIns implements SignIns {

    private static final int KEPT = 50;

    private static final String ADD = """
            insert into sign_in (mailbox, day, protocol, succeeded, address, app_password, app_password_name,
                                 first_at, last_at, times)
            select m.address, :day, :protocol, :succeeded, :address, :app_password, p.name, :first, :last, :times
            from mailbox m
            left join app_password p on p.mailbox = m.address and p.id = :app_password
            where m.address = :mailbox
            on duplicate key update
              first_at = least(first_at, values(first_at)),
              last_at = greatest(last_at, values(last_at)),
              times = times + values(times)""";

    private static final String KEEP_THE_LATEST = """
            delete from sign_in
            where mailbox = :mailbox and succeeded = :succeeded
              and last_at < (select last_at from (
                  select last_at from sign_in
                  where mailbox = :mailbox and succeeded = :succeeded
                  order by last_at desc limit 1 offset :others) oldest_kept)""";

    private static final String SET_LAST = """
            insert into last_mailbox_sign_in (mailbox, protocol, at, address, app_password_name)
            select m.address, :protocol, :last, :address, p.name
            from mailbox m
            left join app_password p on p.mailbox = m.address and p.id = :app_password
            where m.address = :mailbox
            on duplicate key update
              address = if(values(at) >= last_mailbox_sign_in.at, values(address), last_mailbox_sign_in.address),
              app_password_name =
                  if(values(at) >= last_mailbox_sign_in.at, values(app_password_name), last_mailbox_sign_in.app_password_name),
              at = greatest(last_mailbox_sign_in.at, values(at))""";

    private static final String SET_LAST_USE = """
            update app_password
            set last_used_from = if(last_used_at > :last, last_used_from, nullif(:address, '')),
                last_used_at = greatest(coalesce(last_used_at, :last), :last)
            where mailbox = :mailbox and id = :app_password""";

    private final JdbcClient jdbc;

    JdbcSignIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void add(List<SignIn> signIns) {
        for (var day : SignInsOfADay.of(signIns)) {
            run(ADD, day);
            run(KEEP_THE_LATEST, day);
            if (day.kind().succeeded()) {
                run(SET_LAST, day);
                run(SET_LAST_USE, day);
            }
        }
    }

    private void run(String sql, SignInsOfADay day) {
        jdbc.sql(sql).paramSource(parameters(day)).update();
    }

    private static SqlParameterSource parameters(SignInsOfADay day) {
        var kind = day.kind();
        return new MapSqlParameterSource()
                .addValue("mailbox", kind.mailbox().toString())
                .addValue("day", kind.day())
                .addValue("protocol", kind.protocol().text())
                .addValue("succeeded", kind.succeeded())
                .addValue("address", kind.address().orElse(""))
                .addValue("app_password", kind.appPassword().orElse(""))
                .addValue("first", utc(day.first()))
                .addValue("last", utc(day.last()))
                .addValue("times", day.times())
                .addValue("others", KEPT - 1);
    }

    @Override
    public List<LastSignIn> last(HostedAddress mailbox) {
        return jdbc.sql("""
                        select protocol, at, address, app_password_name from last_mailbox_sign_in
                        where mailbox = :mailbox order by at desc""")
                .param("mailbox", mailbox.toString())
                .query((row, _) -> new LastSignIn(protocol(row), instant(row, "at"), address(row), appPassword(row)))
                .list();
    }

    @Override
    public List<RecentSignIns> recent(HostedAddress mailbox) {
        return jdbc.sql("""
                        select protocol, succeeded, address, app_password_name, first_at, last_at, times from sign_in
                        where mailbox = :mailbox order by last_at desc""")
                .param("mailbox", mailbox.toString())
                .query((row, _) -> new RecentSignIns(
                        protocol(row),
                        row.getBoolean("succeeded"),
                        address(row),
                        appPassword(row),
                        instant(row, "first_at"),
                        instant(row, "last_at"),
                        row.getLong("times")))
                .list();
    }

    @Override
    public void forgetOldOnes() {
        jdbc.sql("delete from sign_in where day < utc_date() - interval 30 day").update();
    }

    private static Protocol protocol(ResultSet row) throws SQLException {
        return Protocol.parse(Objects.requireNonNull(row.getString("protocol")));
    }

    private static Optional<String> address(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("address")).filter(address -> !address.isEmpty());
    }

    private static Optional<String> appPassword(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("app_password_name"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class))
                .toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
