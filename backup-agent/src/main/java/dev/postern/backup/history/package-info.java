/** What was done and what came of it. A convenience: all that matters of it can be read from the repository again. */
@NullMarked
package dev.postern.backup.history;

import org.jspecify.annotations.NullMarked;
