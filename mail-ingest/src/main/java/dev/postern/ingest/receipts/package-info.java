/** What came in and what became of it: the memory that keeps a message from being delivered twice. */
@NullMarked
package dev.postern.ingest.receipts;

import org.jspecify.annotations.NullMarked;
