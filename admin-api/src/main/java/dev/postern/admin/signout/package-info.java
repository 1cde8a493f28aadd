/** Ends what people have open, when an account or a password is no longer what it was. */
@NullMarked
package dev.postern.admin.signout;

import org.jspecify.annotations.NullMarked;
