package dev.postern.backup.run;

import dev.postern.backup.manifest.Component;
import dev.postern.backup.manifest.Trigger;
import dev.postern.backup.restic.Work;
import java.util.EnumSet;
import java.util.Set;

/**
 * A backup that is to be made.
 *
 * @param triggers why
 * @param scope what is to be saved
 */
public record Order(Set<Trigger> triggers, Set<Component> scope, Work work) {

    public Order {
        triggers = Set.copyOf(triggers);
        scope = Set.copyOf(scope);
        if (triggers.isEmpty() || scope.isEmpty()) {
            throw new IllegalArgumentException("a backup has a reason and a content");
        }
    }

    /** Everything. */
    public static Order whole(Set<Trigger> triggers, Work work) {
        return new Order(triggers, EnumSet.allOf(Component.class), work);
    }
}
