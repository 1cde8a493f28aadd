package dev.postern.admin.testing;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.signins.Protocol;
import dev.postern.admin.signins.SignIn;
import dev.postern.admin.signins.SignIns;
import dev.postern.common.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What Dovecot would tell of a mailbox that is in use. */
public final class Activity {

    private Activity() {}

    /** It holds 700 MiB; somebody came by IMAP with an app password, and somebody else guessed at it. */
    public static void of(String mailbox, String appPassword, SignIns signIns) {
        var address = HostedAddress.parse(mailbox);
        var at = Instant.now();
        signIns.add(List.of(
                new SignIn(address, Protocol.IMAP, Optional.of("100.64.0.7"), true, Optional.of(appPassword), at),
                new SignIn(address, Protocol.WEBMAIL, Optional.of("2001:db8::7"), true, Optional.empty(), at),
                new SignIn(address, Protocol.SUBMISSION, Optional.of("203.0.113.9"), false, Optional.empty(), at)));
        holds(mailbox, 700L << 20);
    }

    /** So that it holds so much, in 4711 messages. */
    public static void holds(String mailbox, long bytes) {
        try (var connection = TestDatabase.connect("admin", "postern");
                var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    replace into mailbox_usage (mailbox, domain, bytes, messages, at)
                    select address, domain, %d, 4711, utc_timestamp(6) from mailbox where address = '%s'""".formatted(bytes, mailbox));
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
