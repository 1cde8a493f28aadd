package dev.postern.common.service.database;

import dev.postern.common.service.SecretFile;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

/**
 * Connects a service that has a {@link DatabaseAccess}, with a password that stands in no property.
 *
 * <p>Not in the training run of the AOT cache, which has neither secrets nor a database.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnClass(JdbcConnectionDetails.class)
@ConditionalOnBean(DatabaseAccess.class)
@Profile("!training")
class DatabaseByPasswordFile {

    @Bean
    JdbcConnectionDetails connectionDetails(DatabaseAccess access) {
        var password = SecretFile.read(access.passwordFile());
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return access.username();
            }

            @Override
            public String getPassword() {
                return password;
            }

            @Override
            public String getJdbcUrl() {
                return access.url();
            }
        };
    }
}
