/** The pages on which many accounts come from a file, go into one, or are changed together. */
@NullMarked
package dev.postern.admin.pages.bulk;

import org.jspecify.annotations.NullMarked;
