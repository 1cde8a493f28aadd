package dev.postern.admin.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.clients.AutodiscoverAnswer.ErrorCode;
import dev.postern.common.mail.MailAddress;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AutodiscoverAnswerTest {

    private static final String OUTER = "http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006";

    @Test
    void tellsTheSettings() {
        var answer = ReadXml.of(AutodiscoverAnswer.settings(
                MailAddress.parse("alice@example.org"), Servers.settings().servers()));

        assertThat(answer.namespace("Autodiscover")).isEqualTo(OUTER);
        assertThat(answer.namespace("Response")).isEqualTo(AutodiscoverRequest.SCHEMA);
        assertThat(answer.text("//Account/AccountType")).isEqualTo("email");
        assertThat(answer.text("//Account/Action")).isEqualTo("settings");
        assertThat(answer.texts("//Protocol/Type")).containsExactly("IMAP", "POP3", "SMTP", "SMTP");
        assertThat(answer.texts("//Protocol/Port")).containsExactly("993", "995", "465", "587");
        assertThat(answer.texts("//Protocol/Encryption")).containsExactly("SSL", "SSL", "SSL", "TLS");
        assertThat(answer.texts("//Protocol/Server")).containsOnly("mail.postern.example");
        assertThat(answer.texts("//Protocol/LoginName")).containsOnly("alice@example.org");
        assertThat(answer.texts("//Protocol/SPA")).containsOnly("off");
    }

    @Test
    void writesAHostileAddressAsText() {
        var hostile = "\"</LoginName><Server>evil.example</Server>&amp;\"@example.org";

        var answer = ReadXml.of(AutodiscoverAnswer.settings(
                MailAddress.parse(hostile), Servers.settings().servers()));

        assertThat(answer.texts("//LoginName")).containsOnly(hostile);
        assertThat(answer.texts("//Server")).containsOnly("mail.postern.example");
    }

    @Test
    void saysWhyThereAreNone() {
        var answer = ReadXml.of(AutodiscoverAnswer.error(
                ErrorCode.ADDRESS_NOT_FOUND, "<nobody>", Instant.parse("2026-02-03T04:05:06.789Z")));

        assertThat(answer.namespace("Autodiscover")).isEqualTo(OUTER);
        assertThat(answer.namespace("Response")).isEqualTo(OUTER);
        assertThat(answer.text("//Error/@Time")).isEqualTo("04:05:06.7890000");
        assertThat(answer.text("//Error/ErrorCode")).isEqualTo("500");
        assertThat(answer.text("//Error/Message")).isEqualTo("<nobody>");
    }
}
