/** What became of a request to change something. */
@NullMarked
package dev.postern.admin.outcome;

import org.jspecify.annotations.NullMarked;
