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
 * @param username the user that owns the schema and the views
 * @param passwordFile the file with that user's password
 */
@Validated
@ConfigurationProperties("postern.admin.database")
record DatabaseSettings(@NotBlank String url, @NotBlank String username, Path passwordFile) implements DatabaseAccess {}
