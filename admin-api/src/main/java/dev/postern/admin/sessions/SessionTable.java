package dev.postern.admin.sessions;

import dev.postern.common.mail.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The tables {@code operator_session} and {@code operator_last_sign_in}. What has timed out is there no more, deleted or not. */
@Repository
class SessionTable {

    private static final String SELECT =
            "select id, operator, method, address, browser, since, last_seen_at from operator_session ";
    private static final String ALIVE = " and since > :oldest and last_seen_at > :idle ";

    private final JdbcClient jdbc;
    private final SessionSettings settings;
    private final InstantSource clock;

    SessionTable(JdbcClient jdbc, SessionSettings settings, InstantSource clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    void add(Session session, Sha256 token) {
        jdbc.sql("""
                        insert into operator_session
                          (id, sha256, operator, method, address, browser, since, last_seen_at)
                        values (:id, :token, :operator, :method, :address, :browser, :since, :since)""")
                .param("id", session.id())
                .param("token", token.bytes())
                .param("operator", session.username())
                .param("method", session.method().text())
                .param("address", session.client().address())
                .param("browser", session.client().browser())
                .param("since", utc(session.since()))
                .update();
        jdbc.sql("replace into operator_last_sign_in (operator, at, address) values (:operator, :at, :address)")
                .param("operator", session.username())
                .param("at", utc(session.since()))
                .param("address", session.client().address())
                .update();
    }

    Optional<Session> find(Sha256 token) {
        return alive(jdbc.sql(SELECT + "where sha256 = :token" + ALIVE))
                .param("token", token.bytes())
                .query(SessionTable::session)
                .optional();
    }

    Optional<Session> find(String id) {
        return alive(jdbc.sql(SELECT + "where id = :id" + ALIVE))
                .param("id", id)
                .query(SessionTable::session)
                .optional();
    }

    /** The latest first. */
    List<Session> of(String username) {
        return alive(jdbc.sql(SELECT + "where operator = :operator" + ALIVE + "order by since desc"))
                .param("operator", username)
                .query(SessionTable::session)
                .list();
    }

    Optional<LastSignIn> lastSignIn(String username) {
        return jdbc.sql("select at, address from operator_last_sign_in where operator = :operator")
                .param("operator", username)
                .query((row, _) -> new LastSignIn(instant(row, "at"), text(row, "address")))
                .optional();
    }

    void seen(String id) {
        jdbc.sql("update operator_session set last_seen_at = :now where id = :id")
                .param("now", utc(clock.instant()))
                .param("id", id)
                .update();
    }

    void setMethod(String id, Method method) {
        jdbc.sql("update operator_session set method = :method where id = :id")
                .param("method", method.text())
                .param("id", id)
                .update();
    }

    boolean remove(String id) {
        return jdbc.sql("delete from operator_session where id = :id")
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Tidies up; whatever it finds is over already. */
    void removeOld() {
        alive(jdbc.sql("delete from operator_session where since <= :oldest or last_seen_at <= :idle"))
                .update();
    }

    private StatementSpec alive(StatementSpec statement) {
        var now = clock.instant();
        return statement
                .param("oldest", utc(now.minus(settings.longest())))
                .param("idle", utc(now.minus(settings.idle())));
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        return new Session(
                text(row, "id"),
                text(row, "operator"),
                Method.parse(text(row, "method")),
                new Client(text(row, "address"), text(row, "browser")),
                instant(row, "since"),
                instant(row, "last_seen_at"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class))
                .toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
