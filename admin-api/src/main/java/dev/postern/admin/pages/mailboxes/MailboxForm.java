package dev.postern.admin.pages.mailboxes;

import dev.postern.admin.mailboxes.Mailbox;
import dev.postern.admin.mailboxes.MailboxChange;
import dev.postern.admin.pages.Size;
import dev.postern.admin.pages.Submission;
import dev.postern.admin.text.DisplayName;
import dev.postern.admin.text.Note;
import dev.postern.admin.text.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be changed about a mailbox. */
record MailboxForm(
        @Nullable String displayName,
        @Nullable String quotaBytes,
        @Nullable String note,
        boolean enabled,
        @Nullable String disabledReason,
        @Nullable Long version) {

    static MailboxForm of(Mailbox mailbox) {
        return new MailboxForm(
                mailbox.displayName().text(),
                Size.of(mailbox.quota()),
                mailbox.note().text(),
                mailbox.enabled(),
                mailbox.disabledReason().text(),
                mailbox.version());
    }

    MailboxChange read(Submission submission) {
        return new MailboxChange(
                Optional.of(submission.optional("displayName", DisplayName::new).orElse(DisplayName.NONE)),
                Optional.of(submission.optional("note", Note::new).orElse(Note.NONE)),
                submission.required("quotaBytes", Size::quota),
                Optional.of(enabled),
                Optional.of(submission.optional("disabledReason", Reason::new).orElse(Reason.NONE)));
    }
}
