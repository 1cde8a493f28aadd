package dev.postern.backup.manifest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a backup is made. It decides how long the backup is kept. */
public enum Trigger {
    DAILY,
    WEEKLY,
    CONTINUOUS,
    MANUAL;

    /** Its name in the API and in the repository. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The trigger of that name. */
    public static Optional<Trigger> named(String word) {
        return Arrays.stream(values())
                .filter(trigger -> trigger.word().equals(word))
                .findFirst();
    }
}
