package dev.postern.admin.surroundings;

import java.time.Instant;

/**
 * Whether a part of the platform works.
 *
 * @param since when it was first seen so, by this service since its start
 */
public record ComponentState(String name, boolean working, Instant since) {

    ComponentState now(boolean works, Instant at) {
        return works == working ? this : new ComponentState(name, works, at);
    }
}
