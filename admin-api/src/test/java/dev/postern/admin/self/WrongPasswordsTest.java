package dev.postern.admin.self;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.addresses.HostedAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WrongPasswordsTest {

    private static final HostedAddress ALICE = HostedAddress.parse("alice@example.org");
    private static final HostedAddress BOB = HostedAddress.parse("bob@example.org");

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private final WrongPasswords wrong =
            new WrongPasswords(new SelfServiceSettings(3, Duration.ofMinutes(15)), () -> now);

    @Test
    void pausesAfterTheLastAllowedOneAndForThatAddressOnly() {
        wrong.add(ALICE);
        wrong.add(ALICE);
        assertThat(wrong.pauseFor(ALICE)).isEmpty();

        wrong.add(ALICE);

        assertThat(wrong.pauseFor(ALICE)).contains(Duration.ofMinutes(15));
        assertThat(wrong.pauseFor(BOB)).isEmpty();
    }

    @Test
    void endsThePauseInTime() {
        addThree();

        now = now.plus(Duration.ofMinutes(14));
        assertThat(wrong.pauseFor(ALICE)).contains(Duration.ofMinutes(1));

        now = now.plus(Duration.ofMinutes(1));
        assertThat(wrong.pauseFor(ALICE)).isEmpty();
        wrong.add(ALICE);
        assertThat(wrong.pauseFor(ALICE)).isEmpty();
    }

    @Test
    void beginsAnewAfterARightPassword() {
        wrong.add(ALICE);
        wrong.add(ALICE);
        wrong.forget(ALICE);

        wrong.add(ALICE);

        assertThat(wrong.pauseFor(ALICE)).isEmpty();
    }

    @Test
    void forgetsTheQuietestAddressWhenThereAreTooMany() {
        addThree();

        IntStream.range(0, 9_999)
                .forEach(number -> wrong.add(HostedAddress.parse("guess%d@example.org".formatted(number))));
        assertThat(wrong.pauseFor(ALICE)).isPresent();

        wrong.add(BOB);
        assertThat(wrong.pauseFor(ALICE)).isEmpty();
    }

    private void addThree() {
        wrong.add(ALICE);
        wrong.add(ALICE);
        wrong.add(ALICE);
    }
}
