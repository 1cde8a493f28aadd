/**
 * What a relay tells afterwards: that a message it took has bounced, was dropped, or was called spam. The sender gets to know it
 * as from any mail server, and the address is not written to again.
 */
@NullMarked
package dev.postern.ingest.relayevents;

import org.jspecify.annotations.NullMarked;
