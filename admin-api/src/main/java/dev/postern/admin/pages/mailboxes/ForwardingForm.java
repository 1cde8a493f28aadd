package dev.postern.admin.pages.mailboxes;

import dev.postern.admin.aliases.Targets;
import dev.postern.admin.forwarding.Forwarding;
import dev.postern.admin.pages.Lines;
import dev.postern.admin.pages.Submission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where mail goes on to: an address a line, or none. */
record ForwardingForm(
        @Nullable String targets,
        boolean keepsCopy,
        @Nullable Long version) {

    static ForwardingForm of(Forwarding forwarding, long version) {
        return new ForwardingForm(Lines.of(forwarding.targets()), forwarding.keepsCopy(), version);
    }

    Optional<Forwarding> read(Submission submission) {
        if (targets == null || Lines.parse(targets).isEmpty()) {
            return Optional.of(Forwarding.NONE);
        }
        return submission.required(
                "targets",
                text -> new Forwarding(Targets.parse(Lines.parse(text)).all(), keepsCopy));
    }
}
