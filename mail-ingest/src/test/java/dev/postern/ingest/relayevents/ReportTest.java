package dev.postern.ingest.relayevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.mail.Sha256;
import dev.postern.ingest.relayevents.RelayEvents.Unreported;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Properties;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void isAReportAsAnyMailServerWritesIt() throws Exception {
        var message = read(failure("550 5.1.1 no such user"));
        var report = new MultipartReport(message.getDataHandler().getDataSource());
        var status = (DeliveryStatus) report.getReport();

        assertThat(message.getContentType()).startsWith("multipart/report").contains("delivery-status");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(status.getRecipientDSN(0).getHeader("Final-Recipient"))
                .containsExactly("rfc822; ann@outside.example");
        assertThat(status.getRecipientDSN(0).getHeader("Action")).containsExactly("failed");
        assertThat(status.getRecipientDSN(0).getHeader("Status")).containsExactly("5.1.1");
        assertThat(report.getReturnedMessage().getHeader("Message-ID")).containsExactly("<1caf@d.example>");
        assertThat(report.getText()).contains("ann@outside.example", "550 5.1.1 no such user");
    }

    @Test
    void theRelaysWordsBecomeNoHeaders() throws Exception {
        var message = read(failure("x\r\nBcc: everybody@outside.example\r\n\r\nbody"));
        var status =
                (DeliveryStatus) new MultipartReport(message.getDataHandler().getDataSource()).getReport();

        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(status.getRecipientDSN(0).getHeader("Bcc")).isNull();
    }

    private static MimeMessage read(Unreported failure) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(Report.about(failure, "mail.example")));
    }

    private static Unreported failure(String reason) {
        return new Unreported(
                Sha256.of("x".getBytes(UTF_8)),
                Instant.parse("2026-11-25T12:00:00Z"),
                "ann@outside.example",
                "1caf@d.example",
                "5.1.1",
                reason,
                "bob@here.example",
                Instant.parse("2026-11-25T11:00:00Z"));
    }
}
