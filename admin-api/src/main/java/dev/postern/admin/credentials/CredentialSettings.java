package dev.postern.admin.credentials;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Secrets that the service has to read again, and therefore encrypts.
 *
 * @param keyFile the file with the keys, one a line, 32 bytes in Base64 each: the first encrypts, all decrypt
 */
@ConfigurationProperties("postern.admin.credentials")
record CredentialSettings(
        @DefaultValue("/run/secrets/credential_key") Path keyFile) {}
