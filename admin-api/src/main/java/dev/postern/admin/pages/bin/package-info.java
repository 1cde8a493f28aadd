/** The page of what was deleted and can be brought back. */
@NullMarked
package dev.postern.admin.pages.bin;

import org.jspecify.annotations.NullMarked;
