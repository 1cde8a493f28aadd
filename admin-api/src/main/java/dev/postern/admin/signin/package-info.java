/** Signing in: password, second factor, passkey; and what of it is asked of all operators. */
@NullMarked
package dev.postern.admin.signin;

import org.jspecify.annotations.NullMarked;
