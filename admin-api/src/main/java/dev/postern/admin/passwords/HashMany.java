package dev.postern.admin.passwords;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Hashes many passwords, as many at once as the service may. */
@Component
public class HashMany {

    private final PasswordHashing hashing;
    private final PasswordSettings settings;

    HashMany(PasswordHashing hashing, PasswordSettings settings) {
        this.hashing = hashing;
        this.settings = settings;
    }

    /** Those that people chose. */
    public <K> Map<K, PasswordHash> chosen(Map<K, Password> passwords) {
        return each(passwords, hashing::hash);
    }

    /** Those that {@link PasswordGenerator} made. */
    public <K> Map<K, PasswordHash> random(Map<K, Password> passwords) {
        return each(passwords, hashing::hashOfRandom);
    }

    /** By as many threads as there are turns, so that nobody among them waits long for one. */
    private <K> Map<K, PasswordHash> each(Map<K, Password> passwords, Function<Password, PasswordHash> hash) {
        var waiting = new HashMap<K, Future<PasswordHash>>();
        try (var threads = Executors.newFixedThreadPool(settings.concurrentHashes())) {
            passwords.forEach((key, password) -> waiting.put(key, threads.submit(() -> hash.apply(password))));
            var hashes = new HashMap<K, PasswordHash>();
            try {
                for (var one : waiting.entrySet()) {
                    hashes.put(one.getKey(), result(one.getValue()));
                }
                return hashes;
            } finally {
                threads.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service is stopping.", stopped);
        }
    }

    private static PasswordHash result(Future<PasswordHash> hash) throws InterruptedException {
        try {
            return hash.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
