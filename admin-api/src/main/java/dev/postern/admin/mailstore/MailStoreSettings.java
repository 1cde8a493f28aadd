package dev.postern.admin.mailstore;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Dovecot's doveadm HTTP API.
 *
 * @param url where it answers
 * @param keyFile the file with the key that it asks for
 * @param connectTimeout how long to wait for a connection
 * @param patience how long to wait for an answer
 * @param erasePatience how long to wait for the mail of a mailbox to be removed
 */
@ConfigurationProperties("postern.admin.mail-store")
record MailStoreSettings(
        @DefaultValue("http://dovecot-store:8080/doveadm/v1")
        URI url,

        @DefaultValue("/run/secrets/mail_store_key") Path keyFile,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("5m") Duration erasePatience) {}
