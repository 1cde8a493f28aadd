package dev.postern.admin.passwords;

import dev.postern.admin.outcome.TooBusy;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with OWASP's parameters for a small machine: 19 MiB, two passes, one lane. What was hashed elsewhere is only
 * checked.
 */
@Component
public class PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LIGHT_MEMORY_KIB = 1024;
    private static final String PREFIX = "$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(MEMORY_KIB, PASSES, LANES);

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Argon2PasswordEncoder light =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, LIGHT_MEMORY_KIB, 1);
    private final HashCheck check = new HashCheck(argon2);
    private final PasswordSettings settings;
    private final Semaphore turns;

    PasswordHashing(PasswordSettings settings) {
        this.settings = settings;
        this.turns = new Semaphore(settings.concurrentHashes(), true);
    }

    public PasswordHash hash(Password password) {
        return inTurn(() -> new PasswordHash(String.valueOf(argon2.encode(password.text()))));
    }

    /**
     * Hashes a password that {@link PasswordGenerator} made. Its 125 random bits are guessed by nobody, however little a guess
     * costs: so it costs little, and thousands can be made at once.
     */
    PasswordHash hashOfRandom(Password password) {
        return inTurn(() -> new PasswordHash(String.valueOf(light.encode(password.text()))));
    }

    public boolean matches(Password password, PasswordHash hash) {
        return isOurs(hash) ? inTurn(() -> check.matches(password, hash)) : alone(() -> check.matches(password, hash));
    }

    /** Whether {@link #hash} would make such a hash, and not one that is weaker or costs more. */
    public boolean isOurs(PasswordHash hash) {
        return hash.scheme() == PasswordScheme.ARGON2ID && hash.encoded().startsWith(PREFIX);
    }

    /** Costs as much as {@link #matches}, so that the time of an answer does not tell which addresses exist. */
    public void pretendToMatch(Password password) {
        hash(password);
    }

    /** Each hash in the making holds its memory, so a crowd of requests would otherwise exhaust the heap. */
    <T> T inTurn(Supplier<T> work) {
        return taking(1, work);
    }

    /** A hash from elsewhere can take as much memory as all of ours that are in the making at once. */
    private <T> T alone(Supplier<T> work) {
        return taking(settings.concurrentHashes(), work);
    }

    private <T> T taking(int share, Supplier<T> work) {
        try {
            if (!turns.tryAcquire(share, settings.longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooBusy("Too many passwords are being checked. Nothing was changed; try again in a minute.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TooBusy("The service is stopping. Nothing was changed; try again in a minute.");
        }
        try {
            return work.get();
        } finally {
            turns.release(share);
        }
    }
}
