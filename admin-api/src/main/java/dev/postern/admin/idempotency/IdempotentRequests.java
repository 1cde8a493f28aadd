package dev.postern.admin.idempotency;

import dev.postern.common.mail.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code idempotent_request}. */
@Repository
class IdempotentRequests {

    private final JdbcClient jdbc;

    IdempotentRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A request that was begun.
     *
     * @param answer sealed; empty while there is none
     */
    record Begun(Sha256 fingerprint, Instant startedAt, Optional<SealedAnswer> answer) {}

    /** Returns false if it was begun before. */
    boolean begin(RequestId id, Sha256 fingerprint, Instant now) {
        try {
            jdbc.sql("""
                            insert into idempotent_request (token, key_sha256, fingerprint, started_at)
                            values (:token, :key, :fingerprint, :now)""")
                    .param("token", id.token())
                    .param("key", id.key().bytes())
                    .param("fingerprint", fingerprint.bytes())
                    .param("now", utc(now))
                    .update();
            return true;
        } catch (DuplicateKeyException there) {
            return false;
        }
    }

    /** Returns false if somebody else did, or it was answered meanwhile. */
    boolean beginAgain(RequestId id, Instant startedAt, Instant now) {
        return jdbc.sql("""
                        update idempotent_request set started_at = :now
                        where token = :token and key_sha256 = :key and started_at = :startedAt and answer is null""")
                        .param("token", id.token())
                        .param("key", id.key().bytes())
                        .param("startedAt", utc(startedAt))
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    Optional<Begun> find(RequestId id) {
        return jdbc.sql("""
                        select fingerprint, started_at, answer from idempotent_request
                        where token = :token and key_sha256 = :key""")
                .param("token", id.token())
                .param("key", id.key().bytes())
                .query(IdempotentRequests::begun)
                .optional();
    }

    void keep(RequestId id, SealedAnswer answer) {
        jdbc.sql("update idempotent_request set answer = :answer where token = :token and key_sha256 = :key")
                .param("token", id.token())
                .param("key", id.key().bytes())
                .param("answer", answer.bytes())
                .update();
    }

    void forget(RequestId id) {
        jdbc.sql("delete from idempotent_request where token = :token and key_sha256 = :key")
                .param("token", id.token())
                .param("key", id.key().bytes())
                .update();
    }

    /** Returns how many. */
    int forgetThoseBefore(Instant moment) {
        return jdbc.sql("delete from idempotent_request where started_at < :moment")
                .param("moment", utc(moment))
                .update();
    }

    private static Begun begun(ResultSet row, int number) throws SQLException {
        return new Begun(
                Sha256.fromBytes(Objects.requireNonNull(row.getBytes("fingerprint"))),
                Objects.requireNonNull(row.getObject("started_at", LocalDateTime.class))
                        .toInstant(ZoneOffset.UTC),
                Optional.ofNullable(row.getBytes("answer")).map(SealedAnswer::new));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
