package dev.postern.ingest.submission;

import dev.postern.common.mail.DomainName;
import dev.postern.common.mail.MailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may send under which address and how much: admin-api's views in {@code sending_view}, asked each time. */
@Component
class Senders {

    private final JdbcClient jdbc;
    private final HeldNames heldNames;
    private final SubmissionSettings settings;

    Senders(JdbcClient jdbc, HeldNames heldNames, SubmissionSettings settings) {
        this.jdbc = jdbc;
        this.heldNames = heldNames;
        this.settings = settings;
    }

    /** The detail of an address is nobody else's, as Postfix sees it, too. */
    boolean mayUse(String login, MailAddress address) {
        var names = new ArrayList<>(heldNames.of(address));
        names.add("@" + address.domain().ascii());
        return jdbc.sql("SELECT COUNT(*) FROM sending_view.identity WHERE login = :login AND address IN (:names)")
                        .param("login", login)
                        .param("names", names)
                        .query(Long.class)
                        .single()
                > 0;
    }

    SendingLimits limitsOfMailbox(String login) {
        return jdbc.sql("SELECT * FROM sending_view.mailbox_limit WHERE login = :login")
                .param("login", login)
                .query((row, _) -> limits(row, settings.mailbox().limits()))
                .optional()
                .orElseGet(() -> settings.mailbox().limits());
    }

    SendingLimits limitsOfDomain(DomainName domain) {
        return jdbc.sql("SELECT * FROM sending_view.domain_limit WHERE domain = :domain")
                .param("domain", domain.ascii())
                .query((row, _) -> limits(row, settings.domain().limits()))
                .optional()
                .orElseGet(() -> settings.domain().limits());
    }

    private static SendingLimits limits(ResultSet row, SendingLimits usual) throws SQLException {
        return new SendingLimits(
                limit(row, "messages_per_hour", usual.messagesPerHour()),
                limit(row, "messages_per_day", usual.messagesPerDay()),
                limit(row, "recipients_per_hour", usual.recipientsPerHour()),
                limit(row, "recipients_per_day", usual.recipientsPerDay()));
    }

    private static long limit(ResultSet row, String column, long usual) throws SQLException {
        long special = row.getLong(column);
        return row.wasNull() ? usual : special;
    }
}
