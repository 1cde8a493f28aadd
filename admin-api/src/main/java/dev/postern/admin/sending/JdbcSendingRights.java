package dev.postern.admin.sending;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.common.mail.DomainName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSendingRights implements SendingRights {

    private static final String LIMITS = "messages_per_hour, messages_per_day, recipients_per_hour, recipients_per_day";
    private static final String SET_LIMITS = """
            messages_per_hour = :messagesPerHour, messages_per_day = :messagesPerDay,
            recipients_per_hour = :recipientsPerHour, recipients_per_day = :recipientsPerDay
            """;

    private final JdbcClient jdbc;

    JdbcSendingRights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<OfMailbox> of(HostedAddress mailbox) {
        return jdbc.sql("select sends_for_domain, " + LIMITS
                        + " from mailbox where address = :address and deleted_at is null")
                .param("address", mailbox.toString())
                .query((row, _) -> new OfMailbox(row.getBoolean("sends_for_domain"), limits(row)))
                .optional();
    }

    @Override
    public Optional<SendingLimits> of(DomainName domain) {
        return jdbc.sql("select " + LIMITS + " from domain where name = :name and deleted_at is null")
                .param("name", domain.ascii())
                .query((row, _) -> limits(row))
                .optional();
    }

    @Override
    public Optional<OfMailbox> set(HostedAddress mailbox, OfMailbox rights) {
        var statement = jdbc.sql("update mailbox set sends_for_domain = :sendsForDomain, " + SET_LIMITS
                        + " where address = :address and deleted_at is null")
                .param("sendsForDomain", rights.sendsForDomain())
                .param("address", mailbox.toString());
        return Optional.of(rights).filter(_ -> with(rights.limits(), statement).update() > 0);
    }

    @Override
    public Optional<SendingLimits> set(DomainName domain, SendingLimits limits) {
        var statement = jdbc.sql("update domain set " + SET_LIMITS + " where name = :name and deleted_at is null")
                .param("name", domain.ascii());
        return Optional.of(limits).filter(_ -> with(limits, statement).update() > 0);
    }

    private static StatementSpec with(SendingLimits limits, StatementSpec statement) {
        return statement
                .param("messagesPerHour", limits.messagesPerHour().orElse(null))
                .param("messagesPerDay", limits.messagesPerDay().orElse(null))
                .param("recipientsPerHour", limits.recipientsPerHour().orElse(null))
                .param("recipientsPerDay", limits.recipientsPerDay().orElse(null));
    }

    private static SendingLimits limits(ResultSet row) throws SQLException {
        return new SendingLimits(
                limit(row, "messages_per_hour"),
                limit(row, "messages_per_day"),
                limit(row, "recipients_per_hour"),
                limit(row, "recipients_per_day"));
    }

    private static Optional<Integer> limit(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Integer.class));
    }
}
