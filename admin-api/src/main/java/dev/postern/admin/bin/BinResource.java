package dev.postern.admin.bin;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;

/** Something in the bin as the API shows it. */
@Schema(name = "BinEntry")
record BinResource(
        @Schema(description = "The address, or the name of the domain", example = "alice@example.org")
        String id,

        @Schema(allowableValues = {"domain", "mailbox", "alias"})
        String kind,

        @Schema(description = "Its own, or the one that it lies in", example = "example.org")
        String domain,

        @Schema(description = "How many mailboxes come back with a domain", example = "0")
        long mailboxes,

        @Schema(description = "How many aliases come back with a domain", example = "0")
        long aliases,

        Instant deletedAt,

        @Schema(description = "When it is erased for good") Instant erasedAt) {

    static BinResource of(BinEntry entry) {
        return new BinResource(
                entry.name(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.domain().ascii(),
                entry.mailboxes(),
                entry.aliases(),
                entry.deletedAt(),
                entry.erasedAt());
    }
}
