package dev.postern.admin.migration.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.credentials.Vault;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.admin.migration.mail.MailMove.Progress;
import dev.postern.admin.migration.mail.MailMove.State;
import dev.postern.admin.passwords.Password;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code mail_move}; how far its folders are is in {@link FolderMoves}. */
@Repository
class JdbcMailMoves implements MailMoves {

    private static final String SELECT = """
            select m.id, m.mailbox, m.host, m.port, m.security, m.remote_user, m.certificate, m.fingerprint,
                   m.sealed_password is not null as has_password, m.state, m.attempts, m.next_try, m.problem,
                   m.problem_words, m.created_at, m.started_at, m.moved_at, m.ended_at,
                   count(f.source) as folders, coalesce(sum(f.done), 0) as folders_done,
                   coalesce(sum(f.messages), 0) as messages, coalesce(sum(f.moved), 0) as moved,
                   coalesce(sum(f.present), 0) as present, coalesce(sum(f.refused), 0) as refused,
                   coalesce(sum(f.bytes), 0) as bytes
            from mail_move m left join mail_move_folder f on f.move = m.id
            """;

    private final JdbcClient jdbc;
    private final FolderMoves folders;
    private final Vault vault;

    JdbcMailMoves(JdbcClient jdbc, FolderMoves folders, Vault vault) {
        this.jdbc = jdbc;
        this.folders = folders;
        this.vault = vault;
    }

    @Override
    public Optional<MailMove> find(long id) {
        return jdbc.sql(SELECT + "where m.id = :id group by m.id")
                .param("id", id)
                .query(JdbcMailMoves::move)
                .optional();
    }

    @Override
    public Page<MailMove> list(Optional<State> state, PageRequest request) {
        var wanted = state.map(State::text).orElse(null);
        var items = jdbc.sql(SELECT + """
                        where :state is null or m.state = :state
                        group by m.id order by m.id desc limit :size offset :offset""")
                .param("state", wanted)
                .param("size", request.size())
                .param("offset", request.offset())
                .query(JdbcMailMoves::move)
                .list();
        var total = jdbc.sql("select count(*) from mail_move where :state is null or state = :state")
                .param("state", wanted)
                .query(Long.class)
                .single();
        return Page.of(request, items, total);
    }

    @Override
    @Transactional
    public Optional<Long> add(NewMove move) {
        var source = move.source();
        jdbc.sql("""
                        insert ignore into mail_move (mailbox, host, port, security, remote_user, state)
                        values (:mailbox, :host, :port, :security, :user, 'cancelled')""")
                .param("mailbox", move.mailbox().toString())
                .param("host", source.host().name())
                .param("port", source.port())
                .param("security", source.security().text())
                .param("user", source.user())
                .update();
        var id = jdbc.sql("""
                        select id from mail_move
                        where mailbox = :mailbox and host = :host and port = :port and remote_user = :user""")
                .param("mailbox", move.mailbox().toString())
                .param("host", source.host().name())
                .param("port", source.port())
                .param("user", source.user())
                .query(Long.class)
                .single();
        if (!again(id, Optional.of(move.password()))) {
            return Optional.empty();
        }
        jdbc.sql("""
                        update mail_move set security = :security, certificate = :certificate, fingerprint = :fingerprint
                        where id = :id""")
                .param("security", source.security().text())
                .param("certificate", source.trust() instanceof Trust.Certificate(var pem) ? pem : null)
                .param("fingerprint", source.trust() instanceof Trust.Fingerprint(var sha256) ? sha256 : null)
                .param("id", id)
                .update();
        return Optional.of(id);
    }

    @Override
    public boolean again(long id, Optional<Password> password) {
        return jdbc.sql("""
                                update mail_move
                                set state = 'waiting', attempts = 0, next_try = null, problem = null, problem_words = null,
                                    sealed_password = coalesce(:password, sealed_password), started_at = null,
                                    ended_at = null, moved_at = null
                                where id = :id and state in ('done','failed','cancelled')""")
                        .param("id", id)
                        .param(
                                "password",
                                password.map(text -> vault.seal(text.text().getBytes(UTF_8), purpose(id)))
                                        .orElse(null))
                        .update()
                > 0;
    }

    /** The oldest first. Of two that look at once one changes it, and the other finds nothing to change. */
    @Override
    public Optional<MailMove> take(Instant now) {
        var due = jdbc.sql("""
                        select id from mail_move
                        where state = 'waiting' and (next_try is null or next_try <= :now)
                        order by coalesce(next_try, created_at), id limit 1""").param("now", utc(now)).query(Long.class).optional();
        return due.filter(id ->
                        jdbc.sql("""
                                        update mail_move
                                        set state = 'running', started_at = coalesce(started_at, :now)
                                        where id = :id and state = 'waiting'""").param("now", utc(now)).param("id", id).update() > 0)
                .flatMap(this::find);
    }

    @Override
    public void waitUnless(Set<Long> running, Instant now) {
        jdbc.sql("""
                        update mail_move set state = 'waiting', next_try = :now
                        where state = 'running' and id not in (:running)""")
                .param("now", utc(now))
                .param("running", running.isEmpty() ? List.of(0L) : List.copyOf(running))
                .update();
    }

    @Override
    public Optional<Password> passwordOf(long id) {
        return jdbc.sql("select sealed_password from mail_move where id = :id and sealed_password is not null")
                .param("id", id)
                .query((row, _) -> row.getBytes("sealed_password"))
                .optional()
                .map(kept -> new Password(new String(vault.open(kept, purpose(id)), UTF_8)));
    }

    @Override
    public void waitUntil(long id, Instant next, MoveFailed why) {
        jdbc.sql("""
                        update mail_move
                        set state = 'waiting', attempts = attempts + 1, next_try = :next, problem = :problem,
                            problem_words = :words
                        where id = :id and state = 'running'""")
                .param("id", id)
                .param("next", utc(next))
                .param("problem", why.problem().text())
                .param("words", why.words())
                .update();
    }

    @Override
    public void end(long id, State state, Optional<MoveFailed> why, Instant now) {
        var keepsPassword = why.map(MoveFailed::problem)
                .filter(problem -> problem != Problem.PASSWORD)
                .isPresent();
        jdbc.sql("""
                        update mail_move
                        set state = :state, ended_at = :now, next_try = null, problem = :problem, problem_words = :words,
                            sealed_password = if(:keeps, sealed_password, null)
                        where id = :id and state = 'running'""")
                .param("id", id)
                .param("state", state.text())
                .param("now", utc(now))
                .param("problem", why.map(failed -> failed.problem().text()).orElse(null))
                .param("words", why.map(MoveFailed::words).orElse(null))
                .param("keeps", keepsPassword)
                .update();
    }

    @Override
    public boolean cancelWaiting(long id, Instant now) {
        return jdbc.sql("""
                                update mail_move
                                set state = 'cancelled', ended_at = :now, next_try = null, sealed_password = null
                                where id = :id and state = 'waiting'""").param("id", id).param("now", utc(now)).update() > 0;
    }

    @Override
    public boolean forget(long id) {
        return jdbc.sql("delete from mail_move where id = :id and state in ('done','failed','cancelled')")
                        .param("id", id)
                        .update()
                > 0;
    }

    @Override
    public void forgetPasswords(Instant endedBefore) {
        jdbc.sql("update mail_move set sealed_password = null where sealed_password is not null and ended_at < :before")
                .param("before", utc(endedBefore))
                .update();
    }

    @Override
    public List<FolderMove> foldersOf(long id) {
        return folders.of(id);
    }

    @Override
    @Transactional
    public void plan(long id, List<FolderMove> planned) {
        folders.plan(id, planned);
    }

    @Override
    @Transactional
    public void note(long id, FolderMove folder, Instant now) {
        if (folders.note(id, folder)) {
            jdbc.sql("update mail_move set moved_at = :now, attempts = 0 where id = :id")
                    .param("id", id)
                    .param("now", utc(now))
                    .update();
        }
    }

    @Override
    public void startOver(long id) {
        folders.startOver(id);
    }

    /** So nobody can have a password sent to another server by putting it into another row. */
    private static String purpose(long id) {
        return "mail-move:%d".formatted(id);
    }

    private static MailMove move(ResultSet row, int number) throws SQLException {
        return new MailMove(
                row.getLong("id"),
                HostedAddress.parse(row.getString("mailbox")),
                new SourceAccount(
                        new SourceHost(row.getString("host")),
                        row.getInt("port"),
                        Security.parse(row.getString("security")),
                        trust(row),
                        row.getString("remote_user")),
                State.parse(row.getString("state")),
                row.getInt("attempts"),
                instant(row, "next_try"),
                Optional.ofNullable(row.getString("problem")).map(Problem::parse),
                Optional.ofNullable(row.getString("problem_words")).orElse(""),
                row.getBoolean("has_password"),
                instant(row, "created_at").orElseThrow(),
                instant(row, "started_at"),
                instant(row, "moved_at"),
                instant(row, "ended_at"),
                new Progress(
                        row.getLong("folders"),
                        row.getLong("folders_done"),
                        row.getLong("messages"),
                        row.getLong("moved"),
                        row.getLong("present"),
                        row.getLong("refused"),
                        row.getLong("bytes")));
    }

    private static Trust trust(ResultSet row) throws SQLException {
        var certificate = row.getString("certificate");
        var fingerprint = row.getString("fingerprint");
        if (certificate != null) {
            return new Trust.Certificate(certificate);
        }
        return fingerprint == null ? new Trust.Authorities() : new Trust.Fingerprint(fingerprint);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
