package dev.postern.admin.sending;

import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a mailbox may send, as the API shows it and takes it. */
@Schema(name = "Sending", description = "What is left out or null is the platform's default; 0 is nothing at all")
record SendingResource(
        @Schema(
                description = "Whether the mailbox may send under every address of its domain, and not only its own",
                defaultValue = "false")
        @Nullable
        Boolean sendsForDomain,

        @Schema(description = "Messages in any hour", example = "100", minimum = "0", maximum = "1000000") @Nullable
        Integer messagesPerHour,

        @Schema(description = "Messages in any 24 hours", example = "500", minimum = "0", maximum = "1000000") @Nullable
        Integer messagesPerDay,

        @Schema(description = "Recipients in any hour", example = "200", minimum = "0", maximum = "1000000") @Nullable
        Integer recipientsPerHour,

        @Schema(description = "Recipients in any 24 hours", example = "1000", minimum = "0", maximum = "1000000")
        @Nullable
        Integer recipientsPerDay) {

    static SendingResource of(SendingRights.OfMailbox rights) {
        return of(rights.sendsForDomain(), rights.limits());
    }

    private static SendingResource of(boolean sendsForDomain, SendingLimits limits) {
        return new SendingResource(
                sendsForDomain,
                limits.messagesPerHour().orElse(null),
                limits.messagesPerDay().orElse(null),
                limits.recipientsPerHour().orElse(null),
                limits.recipientsPerDay().orElse(null));
    }

    SendingRights.OfMailbox toRights() {
        return new SendingRights.OfMailbox(
                Boolean.TRUE.equals(sendsForDomain),
                new SendingLimits(
                        limit("messagesPerHour", messagesPerHour),
                        limit("messagesPerDay", messagesPerDay),
                        limit("recipientsPerHour", recipientsPerHour),
                        limit("recipientsPerDay", recipientsPerDay)));
    }

    private static Optional<Integer> limit(String name, @Nullable Integer value) {
        return Field.of(name, value).optional(SendingLimits::checked);
    }

    /** What a whole domain may send: there is no further domain to send for. */
    @Schema(
            name = "DomainSending",
            description = "What is left out or null is the platform's default; 0 is nothing at all")
    record OfDomain(
            @Schema(description = "Messages in any hour", minimum = "0", maximum = "1000000") @Nullable
            Integer messagesPerHour,

            @Schema(description = "Messages in any 24 hours", minimum = "0", maximum = "1000000") @Nullable
            Integer messagesPerDay,

            @Schema(description = "Recipients in any hour", minimum = "0", maximum = "1000000") @Nullable
            Integer recipientsPerHour,

            @Schema(description = "Recipients in any 24 hours", minimum = "0", maximum = "1000000") @Nullable
            Integer recipientsPerDay) {

        static OfDomain of(SendingLimits limits) {
            var all = SendingResource.of(false, limits);
            return new OfDomain(all.messagesPerHour, all.messagesPerDay, all.recipientsPerHour, all.recipientsPerDay);
        }

        SendingLimits toLimits() {
            return new SendingResource(false, messagesPerHour, messagesPerDay, recipientsPerHour, recipientsPerDay)
                    .toRights()
                    .limits();
        }
    }
}
