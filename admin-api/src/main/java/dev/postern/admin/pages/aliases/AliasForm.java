package dev.postern.admin.pages.aliases;

import dev.postern.admin.aliases.Alias;
import dev.postern.admin.aliases.AliasAddress;
import dev.postern.admin.aliases.AliasChange;
import dev.postern.admin.aliases.Expiry;
import dev.postern.admin.aliases.NewAlias;
import dev.postern.admin.aliases.Targets;
import dev.postern.admin.pages.Days;
import dev.postern.admin.pages.Lines;
import dev.postern.admin.pages.Submission;
import dev.postern.admin.text.Note;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about an alias.
 *
 * @param targets an address a line
 * @param lastDay the last day, by UTC, on which its mail is taken; empty = for good
 */
record AliasForm(
        @Nullable String address,
        @Nullable String targets,
        @Nullable String note,
        @Nullable String lastDay,
        boolean enabled,
        @Nullable Long version) {

    static AliasForm empty(String address) {
        return new AliasForm(address, "", "", "", true, null);
    }

    static AliasForm of(Alias alias) {
        return new AliasForm(
                alias.address().toString(),
                Lines.of(alias.targets().all()),
                alias.note().text(),
                alias.expiry()
                        .at()
                        // A moment within a day ends it on that day.
                        .map(end -> end.minusNanos(1).atOffset(ZoneOffset.UTC).toLocalDate())
                        .map(LocalDate::toString)
                        .orElse(""),
                alias.enabled(),
                alias.version());
    }

    /** Empty if something cannot be understood. */
    Optional<NewAlias> readNew(Submission submission) {
        var leadsTo = targets(submission);
        var remark = note(submission);
        var end = expiry(submission);
        return submission
                .required("address", AliasAddress::parse)
                .flatMap(named -> leadsTo.map(all -> new NewAlias(named, all, remark, enabled, end, false)));
    }

    AliasChange readChange(Submission submission) {
        return new AliasChange(
                targets(submission),
                Optional.of(note(submission)),
                Optional.of(enabled),
                Optional.of(expiry(submission)));
    }

    private static Optional<Targets> targets(Submission submission) {
        return submission.required("targets", text -> Targets.parse(Lines.parse(text)));
    }

    private static Note note(Submission submission) {
        return submission.optional("note", Note::new).orElse(Note.NONE);
    }

    private static Expiry expiry(Submission submission) {
        return submission.optional("lastDay", day -> Expiry.at(Days.endOf(day))).orElse(Expiry.NEVER);
    }
}
