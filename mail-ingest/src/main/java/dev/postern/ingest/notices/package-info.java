/** What this service itself writes to people. */
@NullMarked
package dev.postern.ingest.notices;

import org.jspecify.annotations.NullMarked;
