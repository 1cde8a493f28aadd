package dev.postern.common.service.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often a name was tried in vain from an address, and how long to wait until the next try: nothing for the first
 * four failures, then 30 s, doubling up to 15 minutes. By name and address, so that a guesser elsewhere does not lock
 * the operator out.
 */
public final class FailedLogins {

    private static final int FREE_FAILURES = 4;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration REMEMBERED_FOR = Duration.ofHours(1);
    private static final int MAX_SOURCES = 10_000;

    private final InstantSource clock;
    private final Map<Source, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Failures> eldest) {
            return size() > MAX_SOURCES;
        }
    };

    public FailedLogins(InstantSource clock) {
        this.clock = clock;
    }

    /** How long the source has to wait from now on; zero if it may try. */
    public synchronized Duration waitFor(Source source) {
        var past = failures.get(source);
        var now = clock.instant();
        return past == null || !now.isBefore(past.waitUntil())
                ? Duration.ZERO
                : Duration.between(now, past.waitUntil());
    }

    public synchronized void add(Source source) {
        var now = clock.instant();
        var past = failures.remove(source);
        var count = past == null || now.isAfter(past.waitUntil().plus(REMEMBERED_FOR)) ? 1 : past.count() + 1;
        failures.put(source, new Failures(count, now.plus(waitAfter(count))));
    }

    /** It has shown who it is. */
    public synchronized void forget(Source source) {
        failures.remove(source);
    }

    private static Duration waitAfter(int count) {
        if (count <= FREE_FAILURES) {
            return Duration.ZERO;
        }
        var doublings = Math.min(count - FREE_FAILURES - 1, 10);
        var wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Who tries from where. */
    public record Source(String username, String address) {

        private static final int LONGEST_NAME = 64;

        public Source {
            // What is remembered of a request must not grow with the request.
            username = username.length() <= LONGEST_NAME ? username : username.substring(0, LONGEST_NAME);
        }
    }

    private record Failures(int count, Instant waitUntil) {}
}
