package dev.postern.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** Sends as a mail program does: over TLS on port 465, with the password of a mailbox. */
record Submission(Mailbox sender) {

    /** Sends the text of a message, whose header is left as it is. The envelope's sender is the mailbox, or empty for none. */
    void send(String envelopeSender, String recipient, String text) throws MessagingException {
        var info = sender.platform().info().submission();
        var properties = new Properties();
        properties.put("mail.smtps.ssl.socketFactory", sender.platform().trust().getSocketFactory());
        properties.put("mail.smtps.ssl.checkserveridentity", "true");
        properties.put("mail.smtps.connectiontimeout", "10000");
        properties.put("mail.smtps.timeout", "60000");
        var session = Session.getInstance(properties);
        var message = new SMTPMessage(
                session, new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(UTF_8)));
        message.setEnvelopeFrom(envelopeSender.isEmpty() ? "<>" : envelopeSender);
        try (var transport = session.getTransport("smtps")) {
            transport.connect(info.host(), info.port(), sender.address(), sender.password());
            transport.sendMessage(message, InternetAddress.parse(recipient));
        }
    }

    void send(String recipient, String text) throws MessagingException {
        send(sender.address(), recipient, text);
    }
}
