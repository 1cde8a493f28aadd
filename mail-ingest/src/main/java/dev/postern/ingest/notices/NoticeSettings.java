package dev.postern.ingest.notices;

import dev.postern.common.mail.MailAddress;
import dev.postern.common.mail.MalformedAddress;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Under which name this service writes, and to whom.
 *
 * @param hostname the name it writes under
 * @param operator who gets alerts; empty for nobody
 */
@Validated
@ConfigurationProperties("postern.ingest.notices")
public record NoticeSettings(
        @NotBlank @DefaultValue("mail.postern.internal") String hostname,
        @DefaultValue("") String operator) {

    public NoticeSettings {
        try {
            var _ = operator.isEmpty() ? null : MailAddress.parse(operator);
        } catch (MalformedAddress malformed) {
            throw new IllegalArgumentException("postern.ingest.notices.operator: " + malformed.getMessage(), malformed);
        }
    }
}
