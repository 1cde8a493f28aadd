package dev.postern.admin.clients;

import dev.postern.common.mail.DomainName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What mail programs are told.
 *
 * @param host the name they connect to, which the server certificate has to carry
 * @param imapsPort where IMAP over TLS is reached
 * @param pop3sPort where POP3 over TLS is reached
 * @param submissionsPort where submission over TLS is reached
 * @param submissionPort where submission with STARTTLS is reached
 * @param publicUrl where people's devices reach this service; begins with https:// or http://
 * @param signingCertificate PEM file with the certificate that signs Apple's profiles, followed by its chain; without one,
 *     profiles are not signed
 * @param signingKey PEM file with the private key of that certificate
 */
@Validated
@ConfigurationProperties("postern.admin.clients")
record ClientSettings(
        @DefaultValue("mail.postern.internal") DomainName host,
        @Min(1) @Max(65535) @DefaultValue("993") int imapsPort,
        @Min(1) @Max(65535) @DefaultValue("995") int pop3sPort,
        @Min(1) @Max(65535) @DefaultValue("465") int submissionsPort,
        @Min(1) @Max(65535) @DefaultValue("587") int submissionPort,
        @DefaultValue("https://127.0.0.1:8444/") URI publicUrl,
        @Nullable Path signingCertificate,
        @Nullable Path signingKey) {

    static final String SIGNING_CERTIFICATE = "postern.admin.clients.signing-certificate";
    static final String SIGNING_KEY = "postern.admin.clients.signing-key";

    ClientSettings {
        publicUrl = WebAddress.folder(publicUrl);
        signingCertificate = unlessEmpty(signingCertificate);
        signingKey = unlessEmpty(signingKey);
    }

    List<MailServer> servers() {
        return List.of(
                new MailServer(MailService.IMAPS, host, imapsPort),
                new MailServer(MailService.POP3S, host, pop3sPort),
                new MailServer(MailService.SUBMISSIONS, host, submissionsPort),
                new MailServer(MailService.SUBMISSION, host, submissionPort));
    }

    /** Where the documents of this package are fetched, as DNS can name it. */
    WebAddress webAddress() {
        return WebAddress.of(publicUrl, host);
    }

    /** A variable that Compose passes on empty is one that nobody has set. */
    private static @Nullable Path unlessEmpty(@Nullable Path file) {
        return Optional.ofNullable(file)
                .filter(path -> !path.toString().isBlank())
                .orElse(null);
    }
}
