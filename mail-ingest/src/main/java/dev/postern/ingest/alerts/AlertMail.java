package dev.postern.ingest.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Date;
import java.util.Properties;

/** An alert as the operator gets it. */
final class AlertMail {

    private AlertMail() {}

    static byte[] of(Alert alert, String operator, String hostname) {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()));
            message.setFrom(new InternetAddress("postern@" + hostname, "Postern", UTF_8.name()));
            message.setRecipients(RecipientType.TO, operator);
            message.setSubject("Postern: " + alert.subject(), UTF_8.name());
            message.setSentDate(Date.from(alert.at()));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setText(alert.text() + "\n", UTF_8.name());
            message.saveChanges();
            message.setHeader(
                    "Message-ID", "<%s@%s>".formatted(alert.id().toString().substring(0, 24), hostname));
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException | IOException impossible) {
            throw new IllegalStateException("an alert cannot be written", impossible);
        }
    }
}
