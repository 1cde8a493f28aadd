/** The relays that mail leaves by: what their files say, and what Postfix is told of them. */
@NullMarked
package dev.postern.ingest.relay;

import org.jspecify.annotations.NullMarked;
