/** The page of what happened day by day. */
@NullMarked
package dev.postern.admin.pages.statistics;

import org.jspecify.annotations.NullMarked;
