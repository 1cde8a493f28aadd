package dev.postern.backup.storage;

/**
 * How much of a file system's room is taken, in bytes or in files.
 *
 * @param total all there is
 * @param used what is taken
 * @param available what is left for programs without special rights; the file system may keep some back
 */
public record Usage(long total, long used, long available) {

    public Usage {
        if (total < 0 || used < 0 || available < 0) {
            throw new IllegalArgumentException(
                    "no file system has %d of %d used and %d left".formatted(used, total, available));
        }
    }

    /** The share of what can be used that is used, rounded up as {@code df} does: 100 means that nothing is left. */
    public int percent() {
        var usable = (double) used + available;
        return usable == 0 ? 100 : (int) Math.ceil(used * 100.0 / usable);
    }
}
