/** The accounts of the platform: domains, mailboxes, aliases, and who may change them. */
@NullMarked
package dev.postern.admin;

import org.jspecify.annotations.NullMarked;
