package dev.postern.admin.forwarding;

import dev.postern.admin.aliases.Target;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Where mail for a mailbox goes on to.
 *
 * @param targets none: it stays
 * @param keepsCopy whether it stays in the mailbox, too
 */
public record Forwarding(List<Target> targets, boolean keepsCopy) {

    public static final int MAX_TARGETS = 20;

    /** Mail stays where it is. */
    public static final Forwarding NONE = new Forwarding(List.of(), true);

    public Forwarding {
        targets = List.copyOf(new LinkedHashSet<>(targets));
        if (targets.size() > MAX_TARGETS) {
            throw new IllegalArgumentException(
                    "A mailbox forwards to at most %d addresses, not %d.".formatted(MAX_TARGETS, targets.size()));
        }
    }

    /** Whether nothing stays. */
    boolean passesEverythingOn() {
        return !keepsCopy && !targets.isEmpty();
    }
}
