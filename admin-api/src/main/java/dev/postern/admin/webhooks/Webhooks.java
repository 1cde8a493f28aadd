package dev.postern.admin.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.admin.credentials.Vault;
import dev.postern.admin.text.Note;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code webhook}. The secrets in it are encrypted. */
@Repository
class Webhooks {

    private static final String SELECT = "select id, url, events, note, enabled, created_at from webhook ";

    private final JdbcClient jdbc;
    private final Vault vault;

    Webhooks(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    List<Webhook> all() {
        return jdbc.sql(SELECT + "order by id").query(Webhooks::webhook).list();
    }

    Optional<Webhook> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Webhooks::webhook)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public long add(Webhook.Settings settings, WebhookSecret secret) {
        jdbc.sql("insert into webhook (url, events, note, enabled, sealed_secret)"
                        + " values (:url, :events, :note, :enabled, '')")
                .param("url", settings.url().toString())
                .param("events", settings.events().toString())
                .param("note", settings.note().text())
                .param("enabled", settings.enabled())
                .update();
        var id = jdbc.sql("select last_insert_id()").query(Long.class).single();
        keep(id, secret);
        return id;
    }

    void change(long id, Webhook.Settings settings) {
        jdbc.sql("update webhook set url = :url, events = :events, note = :note, enabled = :enabled where id = :id")
                .param("id", id)
                .param("url", settings.url().toString())
                .param("events", settings.events().toString())
                .param("note", settings.note().text())
                .param("enabled", settings.enabled())
                .update();
    }

    void keep(long id, WebhookSecret secret) {
        jdbc.sql("update webhook set sealed_secret = :sealed where id = :id")
                .param("id", id)
                .param("sealed", vault.seal(secret.text().getBytes(UTF_8), purpose(id)))
                .update();
    }

    Optional<WebhookSecret> secretOf(long id) {
        return jdbc.sql("select sealed_secret from webhook where id = :id")
                .param("id", id)
                .query((row, _) -> Objects.requireNonNull(row.getBytes(1)))
                .optional()
                .map(kept -> new WebhookSecret(new String(vault.open(kept, purpose(id)), UTF_8)));
    }

    void remove(long id) {
        jdbc.sql("delete from webhook where id = :id").param("id", id).update();
    }

    private static String purpose(long id) {
        return "webhook:" + id;
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                new Webhook.Settings(
                        new TargetUrl(URI.create(row.getString("url"))),
                        new EventFilter(Arrays.asList(row.getString("events").split(","))),
                        new Note(row.getString("note")),
                        row.getBoolean("enabled")),
                Objects.requireNonNull(row.getObject("created_at", LocalDateTime.class))
                        .toInstant(ZoneOffset.UTC));
    }
}
