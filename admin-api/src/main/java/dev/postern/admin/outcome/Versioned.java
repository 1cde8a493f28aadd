package dev.postern.admin.outcome;

import java.util.Optional;

/** Something that more than one person may be changing at the same time. */
public interface Versioned {

    /** Counted up with each change, from 1. */
    long version();

    /**
     * Refuses a change that was thought out while looking at another version.
     *
     * @param seen the version that whoever changes it has seen; empty if he does not care
     */
    default Optional<Refusal> refusalUnless(Optional<Long> seen) {
        return seen.filter(version -> version != version())
                .map(version -> new Refusal.Stale(
                        this,
                        "It was changed meanwhile: you have seen version %d, and it is at %d now. Look at it again."
                                .formatted(version, version())));
    }
}
