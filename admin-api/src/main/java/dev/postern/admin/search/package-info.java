/** Search across everything that is administered. */
@NullMarked
package dev.postern.admin.search;

import org.jspecify.annotations.NullMarked;
