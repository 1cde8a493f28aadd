/** Reads a message whole, in bounded memory and bounded time, before anything is done with it. */
@NullMarked
package dev.postern.ingest.body;

import org.jspecify.annotations.NullMarked;
