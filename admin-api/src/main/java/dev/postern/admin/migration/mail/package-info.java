/** Brings mail in from accounts on other servers, through Dovecot. */
@NullMarked
package dev.postern.admin.migration.mail;

import org.jspecify.annotations.NullMarked;
