package dev.postern.ingest.submission;

import java.util.Optional;

/** How much may be sent in the last hour and the last 24. */
record SendingLimits(long messagesPerHour, long messagesPerDay, long recipientsPerHour, long recipientsPerDay) {

    /** What was sent already in some time. */
    record Sent(long messages, long recipients) {}

    /**
     * Whether a message with so many recipients is too much.
     *
     * @return the limit that it would exceed, in words
     */
    Optional<String> exceededBy(int recipients, Sent lastHour, Sent lastDay) {
        return over(messagesPerHour, lastHour.messages() + 1, "messages an hour")
                .or(() -> over(recipientsPerHour, lastHour.recipients() + recipients, "recipients an hour"))
                .or(() -> over(messagesPerDay, lastDay.messages() + 1, "messages a day"))
                .or(() -> over(recipientsPerDay, lastDay.recipients() + recipients, "recipients a day"));
    }

    private static Optional<String> over(long limit, long wanted, String what) {
        return wanted > limit ? Optional.of("%d %s".formatted(limit, what)) : Optional.empty();
    }
}
