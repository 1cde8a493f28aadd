package dev.postern.admin.mailboxes;

import java.util.Optional;

/** What is to be different; what is empty stays as it is. */
public record MailboxChange(Optional<Quota> quota, Optional<Boolean> enabled) {}
