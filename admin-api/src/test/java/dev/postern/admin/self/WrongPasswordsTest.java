package dev.postern.admin.self;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.self.WrongPasswords.Guesser;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WrongPasswordsTest {

    private static final Guesser ALICE = guesser("alice@example.org");
    private static final Guesser BOB = guesser("bob@example.org");

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

        IntStream.range(0, 9_999).forEach(number -> wrong.add(guesser("guess%d@example.org".formatted(number))));
        assertThat(wrong.pauseFor(ALICE)).isPresent();

        wrong.add(BOB);
        assertThat(wrong.pauseFor(ALICE)).isEmpty();
    }

    private void addThree() {
        wrong.add(ALICE);
        wrong.add(ALICE);
        wrong.add(ALICE);
    }

    @Test
    void countsGuessesFromElsewhereApart() {
        addThree();

        assertThat(wrong.pauseFor(new Guesser(ALICE.mailbox(), Optional.of("198.51.100.7"))))
                .isEmpty();
    }

    private static Guesser guesser(String mailbox) {
        return new Guesser(HostedAddress.parse(mailbox), Optional.empty());
    }
}
