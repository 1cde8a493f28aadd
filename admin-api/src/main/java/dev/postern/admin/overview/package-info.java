/** The page an operator sees first. */
@NullMarked
package dev.postern.admin.overview;

import org.jspecify.annotations.NullMarked;
