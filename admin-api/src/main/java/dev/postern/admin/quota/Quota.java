package dev.postern.admin.quota;

import dev.postern.common.mail.MessageSize;

/** How much a mailbox may hold. */
public record Quota(long bytes) {

    public static final long MIN_BYTES = 1L << 20;
    public static final long MAX_BYTES = 1L << 50;

    public Quota {
        if (bytes < MIN_BYTES || bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "A quota is between %d bytes (1 MiB) and %d bytes (1 PiB).".formatted(MIN_BYTES, MAX_BYTES));
        }
    }

    @Override
    public String toString() {
        return new MessageSize(bytes).humanReadable();
    }
}
