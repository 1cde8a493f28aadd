package dev.postern.admin.aliases;

import dev.postern.admin.outcome.Refusal;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is over already need not be made. */
@Component
class ExpiryCheck {

    private final InstantSource clock;

    ExpiryCheck(InstantSource clock) {
        this.clock = clock;
    }

    Optional<Refusal> refusal(Expiry expiry) {
        return expiry.at()
                .filter(moment -> !moment.isAfter(clock.instant()))
                .map(past -> new Refusal.Unfit(
                        "expiresAt",
                        "%s is over; name a later moment, 'never', or disable the alias.".formatted(past)));
    }
}
