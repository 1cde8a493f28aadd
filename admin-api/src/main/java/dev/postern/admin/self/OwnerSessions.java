package dev.postern.admin.self;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.common.mail.Sha256;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The table {@code owner_session}. All times are the database's, so that they can be compared with those of other tables. */
@Repository
public class OwnerSessions {

    private static final int LONGEST_AGENT = 200;

    private final JdbcClient jdbc;
    private final SessionSettings settings;

    OwnerSessions(JdbcClient jdbc, SessionSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Opens one for an owner who has just shown that he is it. */
    SessionToken open(HostedAddress mailbox, Device device) {
        removeEnded();
        var token = SessionToken.random();
        jdbc.sql("""
                        insert into owner_session (sha256, mailbox, address, agent)
                        values (:digest, :mailbox, :address, :agent)""")
                .param("digest", token.digest().bytes())
                .param("mailbox", mailbox.toString())
                .param("address", device.address())
                .param("agent", shortened(device.agent()))
                .update();
        return token;
    }

    private void removeEnded() {
        bounded(jdbc.sql("""
                        delete from owner_session
                        where seen_at <= utc_timestamp(6) - interval :idle second
                           or opened_at <= utc_timestamp(6) - interval :longest second""")).update();
    }

    private static String shortened(String agent) {
        return agent.codePointCount(0, agent.length()) <= LONGEST_AGENT
                ? agent
                : agent.substring(0, agent.offsetByCodePoints(0, LONGEST_AGENT));
    }

    /** The owner whose session it is, while he can log in to the mailbox, and unless he was signed out everywhere since. */
    Optional<Owner> find(SessionToken token, String from) {
        var digest = token.digest();
        var found = bounded(jdbc.sql("""
                        select s.mailbox, s.proven_at > utc_timestamp(6) - interval :proof second as proven
                        from owner_session s
                        join mailbox m on m.address = s.mailbox
                        join domain d on d.name = m.domain
                        where s.sha256 = :digest and m.enabled and d.enabled
                          and s.seen_at > utc_timestamp(6) - interval :idle second
                          and s.opened_at > utc_timestamp(6) - interval :longest second
                          and not exists (select 1 from sign_out o
                                          where o.whose in (s.mailbox, concat('@', m.domain)) and o.at >= s.opened_at)"""))
                .param("proof", settings.proof().toSeconds())
                .param("digest", digest.bytes())
                .query((row, _) -> new Owner(
                        HostedAddress.parse(Objects.requireNonNull(row.getString("mailbox"))),
                        row.getBoolean("proven") ? Standing.PROVEN : Standing.OWNER,
                        Optional.of(digest),
                        from))
                .optional();
        found.ifPresent(_ -> see(digest));
        return found;
    }

    /** To the minute is enough: not every request has to write. */
    private void see(Sha256 session) {
        jdbc.sql("""
                        update owner_session set seen_at = utc_timestamp(6)
                        where sha256 = :digest and seen_at < utc_timestamp(6) - interval 1 minute""").param("digest", session.bytes()).update();
    }

    /** Makes it as if it were opened just now. */
    void renew(Sha256 session) {
        jdbc.sql("""
                        update owner_session
                        set opened_at = utc_timestamp(6), seen_at = utc_timestamp(6), proven_at = utc_timestamp(6)
                        where sha256 = :digest""").param("digest", session.bytes()).update();
    }

    /** Leaves it as it is where its owner signs everybody else out. */
    public void keep(Sha256 session) {
        jdbc.sql("update owner_session set opened_at = utc_timestamp(6) where sha256 = :digest")
                .param("digest", session.bytes())
                .update();
    }

    void end(Sha256 session) {
        jdbc.sql("delete from owner_session where sha256 = :digest")
                .param("digest", session.bytes())
                .update();
    }

    private StatementSpec bounded(StatementSpec statement) {
        return statement
                .param("idle", settings.idle().toSeconds())
                .param("longest", settings.longest().toSeconds());
    }

    /**
     * From where a session is opened.
     *
     * @param address IP address
     * @param agent what the browser or program calls itself
     */
    record Device(String address, String agent) {}
}
