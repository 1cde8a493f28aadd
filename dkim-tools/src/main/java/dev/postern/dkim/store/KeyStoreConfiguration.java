package dev.postern.dkim.store;

import dev.postern.dkim.keys.KeyStore;
import dev.postern.dkim.keys.ManageKeys;
import java.time.InstantSource;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KeyStoreConfiguration {

    @Bean
    KeyStore keyStore(KeyStoreSettings settings) {
        return new KeyStore(settings.directory());
    }

    @Bean
    ManageKeys manageKeys(KeyStore store) {
        return new ManageKeys(store, InstantSource.system());
    }

    /** Before the service reports that it is ready, and not in the training run of the AOT cache, which ends earlier. */
    @Bean
    ApplicationRunner prepareKeyStore(KeyStore store) {
        return _ -> store.prepare();
    }

    @Bean
    HealthIndicator keyStoreHealthIndicator(KeyStore store) {
        return new KeyStoreHealth(store);
    }
}
