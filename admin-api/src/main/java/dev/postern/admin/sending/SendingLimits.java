package dev.postern.admin.sending;

import java.util.Optional;
import java.util.stream.Stream;

/** How much may be sent in the last hour and the last day; what is empty is the platform's default, and 0 is nothing. */
public record SendingLimits(
        Optional<Integer> messagesPerHour,
        Optional<Integer> messagesPerDay,
        Optional<Integer> recipientsPerHour,
        Optional<Integer> recipientsPerDay) {

    static final int MOST = 1_000_000;

    public SendingLimits {
        Stream.of(messagesPerHour, messagesPerDay, recipientsPerHour, recipientsPerDay)
                .flatMap(Optional::stream)
                .forEach(SendingLimits::checked);
    }

    static Integer checked(Integer limit) {
        if (limit < 0 || limit > MOST) {
            throw new IllegalArgumentException("A limit is between 0 and %d, not %d.".formatted(MOST, limit));
        }
        return limit;
    }
}
