package dev.postern.admin.migration.export;

/** A file is not what it should be. Nothing after this place can be trusted. */
final class Unreadable extends Exception {

    private final long line;

    /**
     * Says what was found.
     *
     * @param line counted from 1, or 0 where it is not known
     */
    Unreadable(long line, String found) {
        super(found);
        this.line = line;
    }

    long line() {
        return line;
    }
}
