package dev.postern.admin.passwords;

import dev.postern.admin.outcome.TooBusy;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id with OWASP's parameters for a small machine: 19 MiB, two passes, one lane. */
@Component
public class PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final PasswordSettings settings;
    private final Semaphore turns;

    PasswordHashing(PasswordSettings settings) {
        this.settings = settings;
        this.turns = new Semaphore(settings.concurrentHashes(), true);
    }

    public PasswordHash hash(Password password) {
        return inTurn(() -> new PasswordHash(String.valueOf(argon2.encode(password.text()))));
    }

    public boolean matches(Password password, PasswordHash hash) {
        return inTurn(() -> argon2.matches(password.text(), hash.phc()));
    }

    /** Costs as much as {@link #matches}, so that the time of an answer does not tell which addresses exist. */
    public void pretendToMatch(Password password) {
        hash(password);
    }

    /** Each hash in the making holds its memory, so a crowd of requests would otherwise exhaust the heap. */
    <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(settings.longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooBusy("Too many passwords are being checked. Nothing was changed; try again in a minute.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TooBusy("The service is stopping. Nothing was changed; try again in a minute.");
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
