package dev.postern.admin.mailboxes;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordHashing;
import dev.postern.admin.passwords.PasswordRule;
import java.util.Optional;
import org.springframework.stereotype.Service;

@Service
class ChangeMailbox {

    private final Mailboxes mailboxes;
    private final PasswordHashing hashing;

    ChangeMailbox(Mailboxes mailboxes, PasswordHashing hashing) {
        this.mailboxes = mailboxes;
        this.hashing = hashing;
    }

    Outcome<Mailbox> apply(
            HostedAddress address, Optional<Password> password, Optional<Quota> quota, Optional<Boolean> enabled) {
        var complaint = password.flatMap(text -> PasswordRule.complaint(text, address.toString()));
        if (complaint.isPresent()) {
            return Outcome.refused(new Refusal.Unfit("password", complaint.get()));
        }
        if (!mailboxes.change(address, new MailboxChange(password.map(hashing::hash), quota, enabled))) {
            return Outcome.refused(new Refusal.Missing("There is no mailbox %s.".formatted(address)));
        }
        return mailboxes
                .find(address)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(
                        new Refusal.Missing("The mailbox %s was deleted meanwhile.".formatted(address))));
    }
}
