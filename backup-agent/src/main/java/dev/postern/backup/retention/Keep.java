package dev.postern.backup.retention;

import dev.postern.backup.manifest.Trigger;

/**
 * How many backups of each kind are kept. Numbers and no terms: a clock that goes wrong, or is made to, lets nothing expire.
 */
public record Keep(int daily, int weekly, int continuous, int manual) {

    public Keep {
        if (daily < 1 || weekly < 1 || continuous < 1 || manual < 1) {
            throw new IllegalArgumentException("of each kind of backup at least one has to be kept");
        }
    }

    int limit(Trigger trigger) {
        return switch (trigger) {
            case DAILY -> daily;
            case WEEKLY -> weekly;
            case CONTINUOUS -> continuous;
            case MANUAL -> manual;
        };
    }
}
