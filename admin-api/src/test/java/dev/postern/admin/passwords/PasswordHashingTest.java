package dev.postern.admin.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postern.admin.outcome.TooBusy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {

    private static final Password PASSWORD = new Password("nine green umbrellas");

    @Test
    void recognisesThePasswordAndNoOther() {
        var hashing = new PasswordHashing(new PasswordSettings(2, Duration.ofSeconds(10)));

        var hash = hashing.hash(PASSWORD);

        assertThat(hash.encoded()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hashing.matches(PASSWORD, hash)).isTrue();
        assertThat(hashing.matches(new Password("nine green umbrella"), hash)).isFalse();
        assertThat(hashing.hash(PASSWORD)).isNotEqualTo(hash);
    }

    @Test
    void sendsAwayWhoWouldHaveToWaitTooLong() {
        var hashing = new PasswordHashing(new PasswordSettings(1, Duration.ZERO));

        assertThatExceptionOfType(TooBusy.class)
                .isThrownBy(() -> hashing.inTurn(() -> hashing.hash(PASSWORD)))
                .withMessageContaining("try again");
        assertThat(hashing.hash(PASSWORD)).isNotNull();
    }
}
