/** Reads what Cloudflare wrote on top of a message about where it came from. */
@NullMarked
package dev.postern.ingest.trace;

import org.jspecify.annotations.NullMarked;
