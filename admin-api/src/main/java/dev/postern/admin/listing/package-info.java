/** Long lists, a page at a time. */
@NullMarked
package dev.postern.admin.listing;

import org.jspecify.annotations.NullMarked;
