package dev.postern.admin.operators;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first operator, whose user name is {@code operator}.
 *
 * @param passwordFile the file with the password; when its content changes, the password follows at the next start
 */
@ConfigurationProperties("postern.admin.operator")
record OperatorSettings(
        @DefaultValue("/run/secrets/operator_password") Path passwordFile) {}
