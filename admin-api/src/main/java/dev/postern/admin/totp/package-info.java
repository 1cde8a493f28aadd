/** The codes of an authenticator app (RFC 6238), as a second factor. */
@NullMarked
package dev.postern.admin.totp;

import org.jspecify.annotations.NullMarked;
