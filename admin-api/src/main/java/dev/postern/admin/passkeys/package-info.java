/** Passkeys (Web Authentication): a key pair of the user's device in place of a password, or beside it. */
@NullMarked
package dev.postern.admin.passkeys;

import org.jspecify.annotations.NullMarked;
