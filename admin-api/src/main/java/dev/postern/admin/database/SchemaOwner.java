package dev.postern.admin.database;

import dev.postern.common.service.SecretFile;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Lets the migrations run as the user that owns the tables, which nothing else ever acts as. */
@Configuration(proxyBeanMethods = false)
class SchemaOwner {

    /** Not in the training run of the AOT cache, which has neither secrets nor a database. */
    @Bean
    @Profile("!training")
    FlywayConfigurationCustomizer migrateAsSchemaOwner(DatabaseSettings settings) {
        return flyway -> flyway.dataSource(
                settings.url(), settings.schemaUsername(), SecretFile.read(settings.schemaPasswordFile()));
    }
}
