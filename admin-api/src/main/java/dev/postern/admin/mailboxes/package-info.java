/** The mailboxes: their password, quota, and whether they are in use. */
@NullMarked
package dev.postern.admin.mailboxes;

import org.jspecify.annotations.NullMarked;
