/** The pages for operators: what came in, what became of it, and whether all that it takes is there. */
@NullMarked
package dev.postern.ingest.dashboard;

import org.jspecify.annotations.NullMarked;
