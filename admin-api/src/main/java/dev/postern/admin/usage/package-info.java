/** How full the mailboxes are: Dovecot's word for it, kept here so that lists need not ask. */
@NullMarked
package dev.postern.admin.usage;

import org.jspecify.annotations.NullMarked;
