package dev.postern.dkim.accounts;

import dev.postern.common.service.SecretFile;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Not in the training run of the AOT cache, which has neither secrets nor a database. */
@Configuration(proxyBeanMethods = false)
@Profile("!training")
class DatabaseConfiguration {

    @Bean
    JdbcConnectionDetails connectionDetails(DatabaseSettings settings) {
        var password = SecretFile.read(settings.passwordFile());
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return settings.username();
            }

            @Override
            public String getPassword() {
                return password;
            }

            @Override
            public String getJdbcUrl() {
                return settings.url();
            }
        };
    }
}
