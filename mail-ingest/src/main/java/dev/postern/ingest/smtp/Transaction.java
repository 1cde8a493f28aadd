package dev.postern.ingest.smtp;

import dev.postern.common.mail.MailAddress;
import dev.postern.common.mail.ReversePath;
import dev.postern.common.mail.SmtpReply;
import dev.postern.ingest.deadline.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message over one connection. */
final class Transaction {

    private final SmtpConnection connection;
    private final OutgoingMessage message;
    private final Deadline deadline;

    private @Nullable SmtpReply refusal;
    private Step refusedAt = Step.MAIL;

    Transaction(SmtpConnection connection, OutgoingMessage message, Deadline deadline) {
        this.connection = connection;
        this.message = message;
        this.deadline = deadline;
    }

    /**
     * Hands the message over.
     *
     * @throws StepFailed if the connection is of no use any more
     */
    HandOver run() throws StepFailed {
        if (!connection.speaksFor(message.client())) {
            if (!connection.extensions().offers("XCLIENT")) {
                return new HandOver.Unsupported("XCLIENT");
            }
            connection.speakFor(message.client(), deadline);
        }
        var missing = missingExtension();
        if (missing != null) {
            return new HandOver.Unsupported(missing);
        }
        sendEnvelope();
        return refusal == null ? sendMessage() : new HandOver.Answered(refusedAt, refusal);
    }

    /** A verdict stands, even if the server hangs up with it (Postfix: smtpd_hard_error_limit). */
    private void sendEnvelope() throws StepFailed {
        try {
            connection.sendGroup(envelope(), deadline, this::take);
        } catch (StepFailed failure) {
            if (refusal == null) {
                throw failure;
            }
        }
    }

    private List<SmtpCommand> envelope() {
        var recipient = message.envelope().recipient();
        return List.of(
                new SmtpCommand(Step.MAIL, mail()),
                new SmtpCommand(Step.RCPT, "RCPT TO:<%s>".formatted(recipient)),
                new SmtpCommand(Step.DATA, "DATA"));
    }

    /** The first reply that is not what it should be decides; those behind only follow from it. */
    private void take(Step step, SmtpReply reply) throws StepFailed {
        if (reply.code() == 421) {
            throw new StepFailed(step, reply);
        }
        boolean good = step == Step.DATA ? reply.code() == 354 : reply.isPositive();
        if (!good && refusal == null) {
            refusal = reply;
            refusedAt = step;
        }
    }

    private HandOver sendMessage() throws StepFailed {
        var writer = writer();
        try {
            for (var header : message.headersOnTop()) {
                writer.line(header);
            }
            message.body().forEachChunk(0, writer);
        } catch (IOException failure) {
            throw new StepFailed(Step.DATA, failure);
        }
        var reply = end(writer, deadline.remaining());
        return reply.isPositive() ? new HandOver.Done(reply) : new HandOver.Answered(Step.END_OF_DATA, reply);
    }

    private DataWriter writer() throws StepFailed {
        try {
            return connection.data();
        } catch (IOException failure) {
            throw new StepFailed(Step.DATA, failure);
        }
    }

    /** From here on the server may have the message, whatever we get to hear. */
    private SmtpReply end(DataWriter writer, Duration patience) throws StepFailed {
        try {
            writer.finish();
        } catch (IOException failure) {
            throw new StepFailed(Step.END_OF_DATA, failure);
        }
        return connection.reply(Step.END_OF_DATA, patience, deadline);
    }

    private String mail() {
        var parameters = new StringBuilder();
        if (connection.extensions().offers("SIZE")) {
            parameters.append(" SIZE=").append(sizeOnWire());
        }
        if (message.body().traits().eightBit()) {
            parameters.append(" BODY=8BITMIME");
        }
        if (needsUtf8()) {
            parameters.append(" SMTPUTF8");
        }
        return "MAIL FROM:<%s>%s".formatted(message.envelope().reversePath().text(), parameters);
    }

    private @Nullable String missingExtension() {
        if (message.body().traits().eightBit() && !connection.extensions().offers("8BITMIME")) {
            return "8BITMIME";
        }
        return needsUtf8() && !connection.extensions().offers("SMTPUTF8") ? "SMTPUTF8" : null;
    }

    /** Header fields in raw UTF-8 do without: asking for SMTPUTF8 would keep them from mailboxes that would take them. */
    private boolean needsUtf8() {
        return !isAscii(message.envelope().recipient())
                || (message.envelope().reversePath() instanceof ReversePath.Mailbox(var sender) && !isAscii(sender));
    }

    private static boolean isAscii(MailAddress address) {
        return address.localPart().isAscii();
    }

    /** RFC 1870 §5: with every line end as two bytes, without the dots that are only for the way. */
    private long sizeOnWire() {
        long headers = message.headersOnTop().stream()
                .mapToLong(line -> line.length() + 2)
                .sum();
        return headers + message.body().size() + message.body().traits().bareLineFeeds();
    }
}
