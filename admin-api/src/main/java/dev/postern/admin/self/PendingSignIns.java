package dev.postern.admin.self;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.common.mail.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who has shown the right password and owes the second factor. A restart forgets them: they begin anew. */
final class PendingSignIns {

    private static final Duration TIME = Duration.ofMinutes(5);

    /** Beyond this the oldest is forgotten: memory stays bounded. */
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Map<Sha256, Pending> all = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Sha256, Pending> eldest) {
            return size() > MOST;
        }
    };

    PendingSignIns(InstantSource clock) {
        this.clock = clock;
    }

    synchronized SessionToken add(HostedAddress mailbox) {
        var token = SessionToken.random();
        all.put(token.digest(), new Pending(mailbox, clock.instant().plus(TIME)));
        return token;
    }

    synchronized Optional<HostedAddress> find(SessionToken token) {
        return Optional.ofNullable(all.get(token.digest()))
                .filter(pending -> clock.instant().isBefore(pending.expiresAt))
                .map(Pending::mailbox);
    }

    synchronized void remove(SessionToken token) {
        all.remove(token.digest());
    }

    private record Pending(HostedAddress mailbox, Instant expiresAt) {}
}
