package dev.postern.dkim.store;

import dev.postern.dkim.keys.KeyStore;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether every key's files can be read and make sense. */
final class KeyStoreHealth extends AbstractHealthIndicator {

    private final KeyStore store;

    KeyStoreHealth(KeyStore store) {
        super("The key store cannot be read");
        this.store = store;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up().withDetail("domains", store.all().size());
    }
}
