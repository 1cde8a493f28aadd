/** The pages of mailboxes and aliases, in a browser. */
@NullMarked
package dev.postern.admin.pages.accounts;

import org.jspecify.annotations.NullMarked;
