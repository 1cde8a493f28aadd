package dev.postern.ingest.relay;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much a relay takes by UTC day and calendar month; empty is without end.
 *
 * @param perRecipient whether a message counts once for each recipient
 */
public record Allowance(OptionalLong daily, OptionalLong monthly, boolean perRecipient) {

    /** From here on an operator wants to know, in percent. */
    private static final int NEARLY = 80;

    /** What it took already. */
    public record Used(long today, long thisMonth) {}

    /**
     * Which of the two is used up.
     *
     * @return in words; empty while there is some left of both
     */
    Optional<String> spent(Used used) {
        return part(daily, used.today(), 100, "day").or(() -> part(monthly, used.thisMonth(), 100, "month"));
    }

    /** Which of the two is nearly used up, in words. */
    Optional<String> nearlySpent(Used used) {
        return part(daily, used.today(), NEARLY, "day").or(() -> part(monthly, used.thisMonth(), NEARLY, "month"));
    }

    private static Optional<String> part(OptionalLong limit, long used, int percent, String period) {
        return limit.isPresent() && used * 100 >= limit.getAsLong() * percent
                ? Optional.of("%d of %d a %s".formatted(used, limit.getAsLong(), period))
                : Optional.empty();
    }
}
