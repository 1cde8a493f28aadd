@NullMarked
package dev.postern.ingest.receipts;

import org.jspecify.annotations.NullMarked;
