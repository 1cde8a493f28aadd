/** The page that searches, and what is shown while the reader types. */
@NullMarked
package dev.postern.admin.pages.search;

import org.jspecify.annotations.NullMarked;
