/** The one clock that a request carries through all its steps. */
@NullMarked
package dev.postern.ingest.deadline;

import org.jspecify.annotations.NullMarked;
