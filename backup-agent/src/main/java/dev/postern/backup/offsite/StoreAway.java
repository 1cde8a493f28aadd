package dev.postern.backup.offsite;

/** The store cannot be reached, or does not answer; nothing is known about what it holds. */
public final class StoreAway extends RuntimeException {

    StoreAway(String detail, Throwable cause) {
        super(detail, cause);
    }
}
