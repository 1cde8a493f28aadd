package dev.postern.admin.mailboxes;

import dev.postern.admin.quota.Quota;
import dev.postern.admin.text.DisplayName;
import dev.postern.admin.text.Note;
import dev.postern.admin.text.Reason;
import java.util.Optional;

/**
 * What is to be different; what is empty stays as it is.
 *
 * @param disabledReason kept while the mailbox is disabled, and forgotten when it is enabled
 */
public record MailboxChange(
        Optional<DisplayName> displayName,
        Optional<Note> note,
        Optional<Quota> quota,
        Optional<Boolean> enabled,
        Optional<Reason> disabledReason) {

    /** Changes nothing. */
    public static final MailboxChange NONE =
            new MailboxChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public MailboxChange withQuota(Quota wanted) {
        return new MailboxChange(displayName, note, Optional.of(wanted), enabled, disabledReason);
    }

    public MailboxChange withEnabled(boolean wanted) {
        return new MailboxChange(displayName, note, quota, Optional.of(wanted), disabledReason);
    }

    public MailboxChange withDisplayName(DisplayName wanted) {
        return new MailboxChange(Optional.of(wanted), note, quota, enabled, disabledReason);
    }
}
