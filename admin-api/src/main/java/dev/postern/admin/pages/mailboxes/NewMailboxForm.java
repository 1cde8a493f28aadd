package dev.postern.admin.pages.mailboxes;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.mailboxes.NewMailbox;
import dev.postern.admin.pages.Size;
import dev.postern.admin.pages.Submission;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.text.DisplayName;
import dev.postern.admin.text.Note;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked when a mailbox is made; without a password one is made for it. */
record NewMailboxForm(
        @Nullable String address,
        @Nullable String displayName,
        @Nullable String password,
        @Nullable String quotaBytes,
        @Nullable String note) {

    /** Empty if the address cannot be understood. */
    Optional<NewMailbox> read(Submission submission) {
        var name = submission.optional("displayName", DisplayName::new).orElse(DisplayName.NONE);
        var chosen = submission.optional("password", Password::new);
        var quota = submission.optional("quotaBytes", Size::quota);
        var remark = submission.optional("note", Note::new).orElse(Note.NONE);
        return submission
                .required("address", HostedAddress::parse)
                .map(parsed -> new NewMailbox(parsed, chosen, name, remark, quota, true));
    }

    /** Never in a log. */
    @Override
    public String toString() {
        return "NewMailboxForm[%s]".formatted(address);
    }
}
