package dev.postern.admin.domains;

import dev.postern.common.mail.DomainName;
import java.time.Instant;

/**
 * A domain this platform takes mail for.
 *
 * @param enabled while false, no mail is taken for the domain and none of its mailboxes can log in
 */
public record Domain(DomainName name, boolean enabled, Instant createdAt) {}
