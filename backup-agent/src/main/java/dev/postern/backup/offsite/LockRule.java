package dev.postern.backup.offsite;

/**
 * The lock that every new object of a bucket gets by itself.
 *
 * @param compliance as in {@link Lock}
 * @param days how long it holds
 */
record LockRule(boolean compliance, int days) {

    boolean isAtLeast(LockRule wanted) {
        return (compliance || !wanted.compliance) && days >= wanted.days;
    }
}
