package dev.postern.admin.operators;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first owner, whose user name is {@code operator}.
 *
 * @param passwordFile the file with the password he has at first; it is read while there is no operator at all
 */
@ConfigurationProperties("postern.admin.operator")
record OperatorSettings(
        @DefaultValue("/run/secrets/operator_password") Path passwordFile) {}
