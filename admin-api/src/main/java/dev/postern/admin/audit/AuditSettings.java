package dev.postern.admin.audit;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The audit log.
 *
 * @param keyFile the file with the secret that the entries are tied together with; a log that was begun with another
 *     key cannot be checked any more
 */
@ConfigurationProperties("postern.admin.audit")
record AuditSettings(@DefaultValue("/run/secrets/audit_key") Path keyFile) {}
