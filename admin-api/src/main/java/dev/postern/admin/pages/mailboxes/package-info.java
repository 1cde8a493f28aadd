/** The pages of mailboxes. */
@NullMarked
package dev.postern.admin.pages.mailboxes;

import org.jspecify.annotations.NullMarked;
