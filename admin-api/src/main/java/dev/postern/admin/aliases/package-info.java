/** Addresses that lead to other addresses. */
@NullMarked
package dev.postern.admin.aliases;

import org.jspecify.annotations.NullMarked;
