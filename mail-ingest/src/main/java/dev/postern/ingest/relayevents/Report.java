package dev.postern.ingest.relayevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.ingest.relayevents.RelayEvents.Unreported;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MessageHeaders;
import org.eclipse.angus.mail.dsn.MultipartReport;

/** A delivery status notification (RFC 3464) about what a relay told: the sender reads it as from any mail server. */
final class Report {

    private Report() {}

    static byte[] about(Unreported failure, String hostname) {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()));
            message.setFrom(new InternetAddress("MAILER-DAEMON@" + hostname, "Mail Delivery System", UTF_8.name()));
            message.setRecipients(jakarta.mail.Message.RecipientType.TO, failure.login());
            message.setSubject("Undelivered Mail Returned to Sender", UTF_8.name());
            message.setSentDate(Date.from(failure.at()));
            message.setHeader("Auto-Submitted", "auto-replied");
            message.setContent(content(failure, hostname));
            message.saveChanges();
            message.setHeader(
                    "Message-ID", "<%s@%s>".formatted(failure.id().toString().substring(0, 24), hostname));
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException | IOException impossible) {
            throw new IllegalStateException("a report cannot be written", impossible);
        }
    }

    private static MultipartReport content(Unreported failure, String hostname) throws MessagingException {
        var original = new InternetHeaders();
        if (!failure.messageId().isEmpty()) {
            original.setHeader("Message-ID", "<%s>".formatted(oneLine(failure.messageId())));
        }
        return new MultipartReport(text(failure), status(failure, hostname), new AsTheyWere(original));
    }

    private static String text(Unreported failure) {
        return """
                Your message of %s to <%s> did not arrive. The relay had taken it, and reports now:

                    %s

                What to do: look at the address for a mistake. If it is right, reach the recipient some other way, or ask your operator.
                """.formatted(failure.sentAt(), failure.recipient(), oneLine(failure.reason()));
    }

    private static DeliveryStatus status(Unreported failure, String hostname) throws MessagingException {
        var status = new DeliveryStatus();
        var ofMessage = new InternetHeaders();
        ofMessage.setHeader("Reporting-MTA", "dns; " + hostname);
        status.setMessageDSN(ofMessage);
        var ofRecipient = new InternetHeaders();
        ofRecipient.setHeader("Final-Recipient", "rfc822; " + oneLine(failure.recipient()));
        ofRecipient.setHeader("Action", "failed");
        ofRecipient.setHeader(
                "Status", failure.status().matches("5\\.\\d{1,3}\\.\\d{1,3}") ? failure.status() : "5.0.0");
        ofRecipient.setHeader("Diagnostic-Code", "smtp; " + oneLine(failure.reason()));
        status.addRecipientDSN(ofRecipient);
        return status;
    }

    /** The library would give these headers a Message-ID and a date of its own. */
    private static final class AsTheyWere extends MessageHeaders {

        AsTheyWere(InternetHeaders headers) throws MessagingException {
            super(headers);
        }

        @Override
        protected void updateHeaders() {}
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}]+", " ");
    }
}
