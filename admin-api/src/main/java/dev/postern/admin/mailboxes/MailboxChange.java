package dev.postern.admin.mailboxes;

import dev.postern.admin.quota.Quota;
import java.util.Optional;

/** What is to be different; what is empty stays as it is. */
public record MailboxChange(Optional<Quota> quota, Optional<Boolean> enabled) {}
