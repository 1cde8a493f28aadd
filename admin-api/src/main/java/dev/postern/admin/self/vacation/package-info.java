/** What is answered while the owner of a mailbox is away: a Sieve script of our own (RFC 5230), which Dovecot reads in a view. */
@NullMarked
package dev.postern.admin.self.vacation;

import org.jspecify.annotations.NullMarked;
