package dev.postern.admin.idempotency;

import dev.postern.common.mail.Sha256;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Decides whether a request with a key is to be done, or was. */
@Service
class RunOnce {

    private final IdempotentRequests requests;
    private final IdempotencySettings settings;
    private final InstantSource clock;

    RunOnce(IdempotentRequests requests, IdempotencySettings settings, InstantSource clock) {
        this.requests = requests;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is to happen. */
    sealed interface Decision {
        /** Do it; nobody else does. */
        record Do() implements Decision {}

        /** It was done; give this answer again. */
        record Repeat(SealedAnswer answer) implements Decision {}

        /** It is being done. */
        record Wait() implements Decision {}

        /** The key belongs to another request. */
        record Refuse() implements Decision {}
    }

    Decision decide(RequestId id, Sha256 fingerprint) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (requests.begin(id, fingerprint, now)) {
            return new Decision.Do();
        }
        return requests.find(id)
                .map(begun -> decide(id, fingerprint, begun, now))
                // Forgotten between the two questions: whoever asks again begins anew.
                .orElseGet(Decision.Wait::new);
    }

    private Decision decide(RequestId id, Sha256 fingerprint, IdempotentRequests.Begun begun, Instant now) {
        if (begun.startedAt().isBefore(now.minus(settings.remembered()))) {
            requests.forget(id);
            return decide(id, fingerprint);
        }
        if (!begun.fingerprint().equals(fingerprint)) {
            return new Decision.Refuse();
        }
        if (begun.answer().isPresent()) {
            return new Decision.Repeat(begun.answer().get());
        }
        var lost = begun.startedAt().isBefore(now.minus(settings.abandoned()));
        return lost && requests.beginAgain(id, begun.startedAt(), now) ? new Decision.Do() : new Decision.Wait();
    }

    @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT1H")
    void forgetOldOnes() {
        requests.forgetThoseBefore(clock.instant().minus(settings.remembered()));
    }
}
