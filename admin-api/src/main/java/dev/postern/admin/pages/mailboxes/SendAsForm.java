package dev.postern.admin.pages.mailboxes;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.pages.Lines;
import dev.postern.admin.pages.Submission;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Under which further addresses a mailbox sends: one a line, or none. */
record SendAsForm(@Nullable String addresses, @Nullable Long version) {

    static SendAsForm of(Collection<HostedAddress> addresses, long version) {
        return new SendAsForm(Lines.of(addresses), version);
    }

    List<HostedAddress> read(Submission submission) {
        return submission
                .optional(
                        "addresses",
                        text -> Lines.parse(text).stream()
                                .map(HostedAddress::parse)
                                .toList())
                .orElse(List.of());
    }
}
