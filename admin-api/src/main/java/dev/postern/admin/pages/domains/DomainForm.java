package dev.postern.admin.pages.domains;

import dev.postern.admin.domains.DetailSeparator;
import dev.postern.admin.domains.Domain;
import dev.postern.admin.domains.DomainChange;
import dev.postern.admin.domains.RelayName;
import dev.postern.admin.pages.Submission;
import dev.postern.admin.text.Note;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a domain's administrators may change about it. */
record DomainForm(
        boolean enabled,
        @Nullable String relay,
        @Nullable String separator,
        @Nullable String note,
        @Nullable Long version) {

    static DomainForm of(Domain domain) {
        return new DomainForm(
                domain.enabled(),
                domain.relay().value(),
                domain.separator().toString(),
                domain.note().text(),
                domain.version());
    }

    DomainChange read(Submission submission) {
        return new DomainChange(
                Optional.of(enabled),
                submission.required("relay", RelayName::new),
                Optional.of(submission.optional("note", Note::new).orElse(Note.NONE)),
                submission.required("separator", DetailSeparator::parse));
    }
}
