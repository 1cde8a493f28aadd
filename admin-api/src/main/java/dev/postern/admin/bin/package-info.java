/** What was deleted, kept for a while so that it can be brought back, and then erased for good. */
@NullMarked
package dev.postern.admin.bin;

import org.jspecify.annotations.NullMarked;
