/** The addresses that the owner of a mailbox makes up to give away, and throws away. */
@NullMarked
package dev.postern.admin.self.aliases;

import org.jspecify.annotations.NullMarked;
