package dev.postern.backup.operator;

import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may look at the pages.
 *
 * @param name the one user name there is
 * @param passwordFile the file with the password
 */
@Validated
@ConfigurationProperties("postern.backup.operator")
record OperatorSettings(
        @DefaultValue("operator") @NotBlank String name,
        @DefaultValue("/run/secrets/operator_password") Path passwordFile) {}
