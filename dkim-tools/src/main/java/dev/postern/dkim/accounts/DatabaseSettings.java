package dev.postern.dkim.accounts;

import dev.postern.common.service.database.DatabaseAccess;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the operators' accounts are read from. Only the log-in needs them.
 *
 * @param url JDBC URL of the server that has {@code operator_view}
 * @param username the user to sign in as
 * @param passwordFile the file with that user's password
 */
@Validated
@ConfigurationProperties("postern.dkim.database")
record DatabaseSettings(@NotBlank String url, @NotBlank String username, Path passwordFile) implements DatabaseAccess {}
