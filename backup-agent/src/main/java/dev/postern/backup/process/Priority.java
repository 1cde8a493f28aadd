package dev.postern.backup.process;

import java.util.List;

/** How much a program may get in the way of those that serve people. */
public enum Priority {
    /** Somebody waits for it. */
    NORMAL,
    /** After the others, but it gets on. */
    LOW,
    /** What the others leave over. */
    IDLE;

    /** What stands before the command; both programs become the command they are given. */
    List<String> prefix() {
        return switch (this) {
            case NORMAL -> List.of();
            case LOW -> List.of("nice", "-n", "10", "ionice", "-c", "best-effort", "-n", "7", "-t");
            case IDLE -> List.of("nice", "-n", "19", "ionice", "-c", "idle", "-t");
        };
    }
}
