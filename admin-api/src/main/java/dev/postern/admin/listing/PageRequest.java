package dev.postern.admin.listing;

/**
 * Which part of a list is wanted.
 *
 * @param page counted from 0
 * @param size at most {@value #MAX_SIZE}
 */
public record PageRequest(int page, int size) {

    public static final int MAX_SIZE = 500;

    public PageRequest {
        if (page < 0) {
            throw new IllegalArgumentException("page is counted from 0, it cannot be " + page);
        }
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("size must be between 1 and %d, not %d".formatted(MAX_SIZE, size));
        }
    }

    public long offset() {
        return (long) page * size;
    }
}
