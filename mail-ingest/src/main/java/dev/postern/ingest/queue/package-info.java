/** What waits in Postfix's queue, and what an operator can do about it. */
@NullMarked
package dev.postern.ingest.queue;

import org.jspecify.annotations.NullMarked;
