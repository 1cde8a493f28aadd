/** Takes a signed message over HTTP, hands it to Postfix, and says what Postfix said. */
@NullMarked
package dev.postern.ingest;

import org.jspecify.annotations.NullMarked;
