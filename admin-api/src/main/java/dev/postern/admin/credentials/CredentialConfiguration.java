package dev.postern.admin.credentials;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
class CredentialConfiguration {

    @Bean
    @Profile("!training")
    Vault vault(CredentialSettings settings) {
        return KeyFileVault.read(settings.keyFile());
    }

    /** The training run of the AOT cache has no secrets, and nothing to keep. */
    @Bean
    @Profile("training")
    Vault noVault() {
        return new NoVault();
    }
}
