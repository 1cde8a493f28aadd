/** Passwords: what is accepted, how it is kept. */
@NullMarked
package dev.postern.admin.passwords;

import org.jspecify.annotations.NullMarked;
