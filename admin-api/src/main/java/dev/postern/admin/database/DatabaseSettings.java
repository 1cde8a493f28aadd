package dev.postern.admin.database;

import dev.postern.common.service.database.DatabaseAccess;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the accounts are kept.
 *
 * @param url JDBC URL of the schema {@code postern}
 * @param username the user for the daily work
 * @param passwordFile the file with that user's password
 * @param schemaUsername the user that owns the tables and the views, and changes them when a new version starts
 * @param schemaPasswordFile the file with that user's password
 */
@Validated
@ConfigurationProperties("postern.admin.database")
record DatabaseSettings(
        @NotBlank String url,
        @NotBlank String username,
        Path passwordFile,
        @NotBlank String schemaUsername,
        Path schemaPasswordFile)
        implements DatabaseAccess {}
