package dev.postern.admin.migration.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mail moves in.
 *
 * @param host where Dovecot waits for moves
 * @param port where Dovecot waits for moves
 * @param keyFile the file with the key that it asks for
 * @param parallel how many mailboxes move at once; 0 has all of them wait
 * @param connectTimeout how long to wait for a connection to Dovecot
 * @param patience how long one step may take; Dovecot gives up on the other server sooner
 * @param lookEvery how often to look for something to do
 * @param pause how long to wait after the first failure that can pass; twice as long after each further one
 * @param longestPause how long to wait at most
 * @param giveUpAfter how long a move may get nowhere until it fails
 * @param keepPasswords how long the password of a move that failed is kept, so that it can be tried again
 */
@Validated
@ConfigurationProperties("postern.admin.migration.mail")
record MoveSettings(
        @DefaultValue("dovecot-store") String host,
        @DefaultValue("8081") int port,

        @DefaultValue("/run/secrets/mail_store_key") Path keyFile,
        @Min(0) @Max(8) @DefaultValue("2") int parallel,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10m") Duration patience,
        @DefaultValue("2s") Duration lookEvery,
        @DefaultValue("10s") Duration pause,
        @DefaultValue("15m") Duration longestPause,
        @DefaultValue("1d") Duration giveUpAfter,
        @DefaultValue("7d") Duration keepPasswords) {

    /** How long to wait after so many failures in a row. */
    Duration pauseAfter(int failures) {
        var doublings = Math.min(Math.max(failures - 1, 0), 20);
        var wanted = pause.multipliedBy(1L << doublings);
        return wanted.compareTo(longestPause) > 0 ? longestPause : wanted;
    }
}
